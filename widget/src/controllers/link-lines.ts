/**
 * What both ends of a link and the server say of it, asked for again and again while the host is in the document and the
 * link is open, and of no other link than is shown.
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
  /** Whether it goes on: of one that is over the server tells nothing. */
  isOpen: () => boolean;
}

export class LinkLines implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: LinkLinesSource;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether `#timer` waits for the next question, not for something to ask. */
  #hasAsked = false;
  #known: { link: string; lines: readonly LinkLine[] } | undefined;

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
    this.#ask();
  }

  /** What there is to ask first is asked at once; another link when it is time, as links may take turns. */
  hostUpdated(): void {
    if (this.#timer !== undefined && !this.#hasAsked) this.#ask();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#known = undefined;
  }

  #ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), ASK_EVERY_MS);
    const link = this.#source.link();
    const timeline = this.#source.timeline();
    this.#hasAsked = false;
    if (link === undefined || !timeline || !this.#source.isOpen()) return;
    this.#hasAsked = true;
    void this.#take(timeline, link);
  }

  async #take(timeline: LinkTimeline, link: string): Promise<void> {
    const lines = await timeline.ofLink(link);
    // It is told of a link that is over no more; what is known of it stays.
    if (!lines || link !== this.#source.link() || this.#timer === undefined) return;
    this.#known = { link, lines };
    this.#host.requestUpdate();
  }
}
