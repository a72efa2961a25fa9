/**
 * One person: picture or initials, name, sound. Knows nothing of the session; asks its parent for help only when the
 * browser refuses to play sound.
 */
import { html, nothing } from 'lit';
import type { PersonTile } from '../../controllers/people-tiles.js';
import { SoundRefusedEvent } from '../../events/sound-refused.js';
import { words } from '../../text/en.js';
import { define } from '../define.js';
import { microphoneOffIcon } from '../icons.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { hueOf, initialsOf } from './initials.js';
import { styles } from './vr-tile.styles.js';

/** Names of the parts of a tile, for `exportparts`. */
export const TILE_PARTS = 'tile, own-tile, video, initials, name-tag, tile-status';

/**
 * @csspart tile - one person's tile.
 * @csspart own-tile - one's own tile, which is a `tile` too.
 * @csspart video - the picture.
 * @csspart initials - the circle that stands for a picture.
 * @csspart name-tag - name and microphone state.
 * @csspart tile-status - says that the person is connecting or away.
 * @fires sound-refused
 */
export class VrTile extends SpeakingElement {
  static override styles = [tokens, styles];

  static override properties = { person: { attribute: false } };

  person?: PersonTile;

  override connectedCallback(): void {
    super.connectedCallback();
    // A media element that was out of the document for a moment is paused.
    if (this.hasUpdated) this.play();
  }

  override updated(): void {
    const { person } = this;
    if (!person) return;
    this.style.setProperty('--hue', String(hueOf(person.name)));
    const shown = show(this.#element('video'), person.camera);
    const heard = show(this.#element('audio'), person.microphone);
    if (shown || heard) this.play();
  }

  /** Starts what is there; within a gesture the browser allows sound. */
  play(): void {
    for (const element of [this.#element('video'), this.#element('audio')]) {
      if (element?.srcObject) element.play().catch((error: unknown) => this.#onPlayFailed(element, error));
    }
  }

  #element(name: 'video' | 'audio'): HTMLMediaElement | null {
    return this.renderRoot.querySelector(name);
  }

  /** Muted pictures always play; other failures only say that something newer is to be played. */
  #onPlayFailed(element: HTMLMediaElement, error: unknown): void {
    const refused = error instanceof DOMException && error.name === 'NotAllowedError';
    if (refused && !element.muted) this.dispatchEvent(new SoundRefusedEvent());
  }

  override render() {
    const { person } = this;
    if (!person) return nothing;
    const { kind, name, own, camera, muted, speaking, status } = person;
    const classes = ['tile', kind, status, own && 'own', speaking && 'speaking', camera && 'showing'];
    const label = [name, own && words().you, muted && words().stage.microphoneOff, speaking && words().stage.speaking];
    return html`<div
      class=${classes.filter(Boolean).join(' ')}
      part=${own ? 'tile own-tile' : 'tile'}
      role="group"
      aria-label=${label.filter(Boolean).join(', ')}
    >
      <div class="initials" part="initials" aria-hidden="true">${initialsOf(name)}</div>
      <video part="video" autoplay playsinline .muted=${true}></video>
      ${own ? nothing : html`<audio autoplay></audio>`}
      <div class="tag" part="name-tag">
        ${muted ? microphoneOffIcon : nothing}<b dir="auto">${name}</b
        >${own ? html`<span>${words().you}</span>` : nothing}
      </div>
      ${status === 'live' ? nothing : html`<div class="status" part="tile-status">${words().stage[status]}</div>`}
    </div>`;
  }
}

/** Gives the track to the element. Returns whether there is now something else to play. */
function show(element: HTMLMediaElement | null, track: MediaStreamTrack | undefined): boolean {
  if (!element) return false;
  const [shown] = (element.srcObject as MediaStream | null)?.getTracks() ?? [];
  if (shown === track) return false;
  element.srcObject = track ? new MediaStream([track]) : null;
  return !!track;
}

define('vr-tile', VrTile);

declare global {
  interface HTMLElementTagNameMap {
    'vr-tile': VrTile;
  }
}
