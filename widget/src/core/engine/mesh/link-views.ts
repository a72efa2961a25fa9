/** How large pictures are shown at the two ends of a link: what this end has said, and what the other one has. Sends nothing. */
import type { MediaSource, ShownSize } from '@video-room/protocol';
import type { View } from '../media-engine.js';

export class LinkViews {
  #here: View | undefined;
  #there: Partial<Record<keyof View, ShownSize | undefined>> = {};

  /** @param here what this end has said before. */
  constructor(here?: View) {
    this.#here = here;
  }

  /** How large the other end's pictures are shown here, as it was told; undefined: it has to be told anew. */
  get here(): View | undefined {
    return this.#here;
  }

  /** Whether this end does not show what it might be sent, so that nothing is. */
  isHidden(source: MediaSource): boolean {
    return (source === 'camera' || source === 'screen') && this.#here?.[source].includes(0) === true;
  }

  /** Returns whether the other end was told otherwise before. */
  show({ camera, screen }: View): boolean {
    const isNews = String([camera, screen]) !== String([this.#here?.camera, this.#here?.screen]);
    this.#here = { camera, screen };
    return isNews;
  }

  /** The other end takes its screen for large until it is told: this has to be said even if it is the same as before. */
  screenArrived(): void {
    this.#here = undefined;
  }

  /** What the other end says. */
  told({ camera, screen }: View): void {
    this.#there = { camera, screen };
  }

  /** A screen that begins is large until the other end has laid it out. */
  screenBegins(): void {
    this.#there = { ...this.#there, screen: undefined };
  }

  /** How large the other end shows what it is sent; undefined: it has not said. */
  shown(source: MediaSource): ShownSize | undefined {
    return source === 'camera' || source === 'screen' ? this.#there[source] : undefined;
  }
}
