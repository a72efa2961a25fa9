/** One person: picture or initials, and name. Knows nothing of the session. Sound is played elsewhere. */
import { html, nothing } from 'lit';
import type { PersonTile } from '../../controllers/people-tiles.js';
import { words } from '../../text/en.js';
import { define } from '../define.js';
import { microphoneOffIcon } from '../icons.js';
import { showTrack } from '../show-track.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { hueOf, initialsOf } from './initials.js';
import { styles } from './vr-tile.styles.js';

/** Names of the parts of a tile, for `exportparts`. */
export const TILE_PARTS = 'tile, own-tile, video, initials, name-tag, quality, tile-status, hand, reaction';

/**
 * @slot - over the picture.
 * @csspart tile - one person's tile.
 * @csspart own-tile - one's own tile, which is a `tile` too.
 * @csspart video - the picture.
 * @csspart initials - the circle that stands for a picture.
 * @csspart name-tag - name and microphone state.
 * @csspart quality - bars that say that the connection does not do well; what they are is loaded later.
 * @csspart tile-status - says that the person is connecting or away.
 */
export class VrTile extends SpeakingElement {
  static override styles = [tokens, styles];

  static override properties = { person: { attribute: false }, marks: { attribute: false } };

  person?: PersonTile;
  /** What other parts of the element put over the picture. */
  marks: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    // A media element that was out of the document for a moment is paused.
    if (this.hasUpdated) this.play();
  }

  override updated(): void {
    const { person } = this;
    if (!person) return;
    this.style.setProperty('--hue', String(hueOf(person.name)));
    if (showTrack(this.#video, person.camera)) this.play();
  }

  /** Starts the picture; within a gesture also where the browser saves power. */
  play(): void {
    // What fails only says that something newer is to be played.
    if (this.#video?.srcObject) this.#video.play().catch(() => undefined);
  }

  get #video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }

  override render() {
    const { person } = this;
    if (!person) return nothing;
    const { name, kind, own, camera, muted, speaking, status, quality } = person;
    // What the camera on a phone's back shows, others read.
    const mirrored = own && camera?.getSettings().facingMode !== 'environment';
    const classes = [
      'tile',
      kind,
      status,
      own && 'own',
      mirrored && 'mirrored',
      speaking && 'speaking',
      camera && 'showing',
    ];
    const label = [name, own && words().you, muted && words().stage.microphoneOff, speaking && words().stage.speaking];
    return html`<div
      class=${classes.filter(Boolean).join(' ')}
      part=${own ? 'tile own-tile' : 'tile'}
      role="group"
      aria-label=${label.filter(Boolean).join(', ')}
    >
      <div class="initials" part="initials" aria-hidden="true">${initialsOf(name)}</div>
      <video part="video" autoplay playsinline .muted=${true}></video>
      <div class="tag" part="name-tag">
        ${muted ? microphoneOffIcon : nothing}<b dir="auto">${name}</b
        >${own ? html`<span>${words().you}</span>` : nothing}
        ${quality ? html`<vr-quality part="quality" .quality=${quality}></vr-quality>` : nothing}
      </div>
      <slot></slot>
      ${status === 'live' ? nothing : html`<div class="status" part="tile-status">${words().stage[status]}</div>`}${this.marks}
    </div>`;
  }
}

define('vr-tile', VrTile);

declare global {
  interface HTMLElementTagNameMap {
    'vr-tile': VrTile;
  }
}
