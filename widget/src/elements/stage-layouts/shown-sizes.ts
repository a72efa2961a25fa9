/**
 * Tells how large each tile is shown, so that nobody sends more than can be seen: nothing for a tile on another page, on a
 * stage that is scrolled away or covered, or in a tab that is not looked at.
 */
import { ShownSizesEvent, type ShownSizes as Sizes } from '../../events/shown-sizes.js';
import type { VrStage } from '../vr-stage/vr-stage.js';

const NOTHING = [0, 0] as const;

export class ShownSizes {
  readonly #stage: VrStage;
  readonly #inView: IntersectionObserver;
  #document: Document | undefined;
  #seen = true;
  #told = '';
  #asked = false;

  constructor(stage: VrStage) {
    this.#stage = stage;
    this.#inView = new IntersectionObserver((entries) => {
      this.#seen = !!entries.at(-1)?.isIntersecting;
      this.#tell();
    });
    this.#inView.observe(stage);
  }

  /** Something may be shown otherwise; told once with the next frame. */
  changed(): void {
    const { ownerDocument } = this.#stage;
    if (ownerDocument !== this.#document) this.#watch(ownerDocument);
    // Where nobody looks no frame comes either, and what is new there is not seen from the start.
    if (ownerDocument.visibilityState !== 'visible') return this.#tell();
    if (this.#asked) return;
    this.#asked = true;
    ownerDocument.defaultView?.requestAnimationFrame(() => {
      this.#asked = false;
      this.#tell();
    });
  }

  stop(): void {
    this.#inView.disconnect();
    this.#watch(undefined);
  }

  /** Each window is visible or not by itself. */
  #watch(document: Document | undefined): void {
    this.#document?.removeEventListener('visibilitychange', this.#tell);
    document?.addEventListener('visibilitychange', this.#tell);
    this.#document = document;
  }

  /** No frame comes while nobody looks, so the end of that is told at once. */
  readonly #tell = (): void => {
    const sizes = this.#sizes();
    const said = JSON.stringify([...sizes]);
    if (said === this.#told) return;
    this.#told = said;
    this.#stage.dispatchEvent(new ShownSizesEvent(sizes));
  };

  #sizes(): Sizes {
    const { people, places, concealed, panelOpen, ownerDocument } = this.#stage;
    const covered = concealed || (panelOpen && getComputedStyle(this.#stage).visibility !== 'visible');
    // In a window of its own there is nothing to scroll.
    const inView = this.#seen || ownerDocument !== document;
    const seen = inView && !covered && ownerDocument.visibilityState === 'visible';
    return new Map(
      people.map(({ key }) => {
        const rect = seen ? places.get(key) : undefined;
        return [key, rect ? [rect.width, rect.height] : NOTHING];
      }),
    );
  }
}
