/**
 * What both ends of a link and the server say of it, asked for again and again while the host is in the document, and of
 * no other link than is shown.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LinkLine, LinkTimeline } from '../core/timeline/room-timeline.js';

/** Pages tell every few seconds; more often would bring nothing. */
const ASK_EVERY_MS = 2_500;

export interface LinkLinesSource {
  /** Undefined: nobody has agreed to tell. */
  timeline: () => LinkTimeline | undefined;
  /** Id of the link that is shown. */
  link: () => string | undefined;
}

export class LinkLines implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: LinkLinesSource;
  #timer: ReturnType<typeof setInterval> | undefined;
  #known: { link: string; lines: readonly LinkLine[] } | undefined;
  /** The link that is being asked for. */
  #asked: string | undefined;

  constructor(host: ReactiveControllerHost, source: LinkLinesSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** Oldest first, as far as they are known by now. */
  get lines(): readonly LinkLine[] {
    return this.#known && this.#known.link === this.#source.link() ? this.#known.lines : [];
  }

  hostConnected(): void {
    this.#timer = setInterval(() => void this.#ask(), ASK_EVERY_MS);
  }

  /** Another link is shown at once. */
  hostUpdated(): void {
    const link = this.#source.link();
    if (this.#timer !== undefined && link !== this.#known?.link && link !== this.#asked) void this.#ask();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = this.#known = this.#asked = undefined;
  }

  async #ask(): Promise<void> {
    const link = this.#source.link();
    const timeline = this.#source.timeline();
    if (link === undefined || !timeline) return;
    this.#asked = link;
    const lines = await timeline.ofLink(link);
    // It is told of a link that is over no more; what is known of it stays.
    if (!lines || link !== this.#source.link() || this.#timer === undefined) return;
    this.#known = { link, lines };
    this.#host.requestUpdate();
  }
}
