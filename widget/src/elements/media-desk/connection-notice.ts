/**
 * What is told of connections beyond the bars on the tiles: events, and one calm line while the trouble is one's own.
 * Follows the session's state.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { WeakConnection } from '../../controllers/weak-connection.js';
import type { SessionEvents } from '../../core/session-options.js';
import { INITIAL_STATE, type SessionState } from '../../core/session-state.js';
import { qualityChanges } from '../../events/quality-changes.js';
import { mediaWords } from '../../text/en-media.js';
import type { VideoRoomElement } from '../video-room/video-room.js';
import '../vr-quality/vr-quality.js';

export type ConnectionHost = Pick<VideoRoomElement, 'announce' | 'dispatchEvent' | 'requestUpdate'>;

export class ConnectionNotice {
  readonly #host: ConnectionHost;
  readonly #weak: WeakConnection;
  #state = INITIAL_STATE;

  constructor(host: ConnectionHost) {
    this.#host = host;
    this.#weak = new WeakConnection(() => {
      if (this.#weak.shown) host.announce(this.#words);
      host.requestUpdate();
    });
  }

  /** A step of the session. */
  changed({ state, previous }: SessionEvents['state']): void {
    this.#state = state;
    for (const event of qualityChanges(previous, state)) this.#host.dispatchEvent(event);
    this.#weak.follow(isOwnPoor(state));
  }

  pill({ phase }: SessionState): TemplateResult | typeof nothing {
    if (!this.#weak.shown || phase !== 'joined') return nothing;
    return html`<div class="pill" part="pill weak-connection">
      <vr-quality aria-hidden="true" .quality=${'poor'}></vr-quality>${this.#words}
      <button part="dismiss-button" @click=${() => this.#weak.dismiss()}>${mediaWords().screen.dismiss}</button>
    </div>`;
  }

  /** With one other person nobody can tell whose end it is. */
  get #words(): string {
    const { weak, weakBetween } = mediaWords().quality;
    return this.#state.links.size > 1 ? weak : weakBetween;
  }
}

const isOwnPoor = ({ you, quality }: SessionState) => you !== undefined && quality.get(you) === 'poor';
