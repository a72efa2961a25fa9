/**
 * What is told of connections beyond the bars on the tiles: events; one calm line while the trouble is one's own, which
 * offers to do with sound only; and, while one does, that it is so. Follows the session's state.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { WeakConnection } from '../../controllers/weak-connection.js';
import type { SessionEvents } from '../../core/session-options.js';
import { INITIAL_STATE, type SessionState } from '../../core/session-state.js';
import { qualityChanges } from '../../events/quality-changes.js';
import { mediaWords } from '../../text/en-media.js';
import type { VideoRoomElement } from '../video-room/video-room.js';
import '../vr-quality/vr-quality.js';
import { closeIcon, soundOnlyIcon } from './icons.js';

export type ConnectionHost = Pick<VideoRoomElement, 'announce' | 'dispatchEvent' | 'requestUpdate' | 'toggleSoundOnly'>;

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
    if (state.soundOnly !== previous.soundOnly) {
      const { on, ended } = mediaWords().soundOnly;
      this.#host.announce(state.soundOnly ? on : ended);
      // Whoever has just tried it needs no advice to.
      this.#weak.dismiss();
    }
    this.#weak.follow(!state.soundOnly && isOwnPoor(state));
  }

  pill({ phase, soundOnly }: SessionState): TemplateResult | typeof nothing {
    if (phase !== 'joined') return nothing;
    if (soundOnly) return this.#soundOnly();
    return this.#weak.shown ? this.#weakConnection() : nothing;
  }

  #weakConnection(): TemplateResult {
    const texts = mediaWords();
    return html`<div class="pill" part="pill weak-connection">
      <vr-quality aria-hidden="true" .quality=${'poor'}></vr-quality>${this.#words}
      ${
        hasPictures(this.#state)
          ? html`<button part="sound-only-button" @click=${() => this.#host.toggleSoundOnly(true)}>
              ${texts.soundOnly.label}
            </button>`
          : nothing
      }
      <button part="dismiss-button" aria-label=${texts.screen.dismiss} @click=${() => this.#weak.dismiss()}>
        ${closeIcon}
      </button>
    </div>`;
  }

  #soundOnly(): TemplateResult {
    const { on, end } = mediaWords().soundOnly;
    return html`<div class="pill" part="pill sound-only">
      ${soundOnlyIcon}${on}
      <button part="show-pictures-button" @click=${() => this.#host.toggleSoundOnly(false)}>${end}</button>
    </div>`;
  }

  /** With one other person nobody can tell whose end it is. */
  get #words(): string {
    const { weak, weakBetween } = mediaWords().quality;
    return this.#state.links.size > 1 ? weak : weakBetween;
  }
}

const isOwnPoor = ({ you, quality }: SessionState) => you !== undefined && quality.get(you) === 'poor';

/** Without any, sound only would be no help. */
const hasPictures = ({ participants }: SessionState) => [...participants.values()].some(({ media }) => media.camera);
