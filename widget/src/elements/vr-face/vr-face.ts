/** A round picture that stands for a person: initials on a colour made of the name. For the eye alone. */
import { css, html, LitElement } from 'lit';
import { define } from '../define.js';
import { hueOf, initialsOf } from '../vr-tile/initials.js';

export class VrFace extends LitElement {
  static override styles = css`
    :host {
      flex: none;
      display: grid;
      place-items: center;
      width: 38px;
      aspect-ratio: 1;
      border-radius: 50%;
      background: oklch(0.47 0.065 var(--hue, 260));
      color: #e9ebee;
      font-weight: 500;
      letter-spacing: 0.02em;
      user-select: none;
    }
  `;

  static override properties = { name: { attribute: false } };

  name = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  override updated(): void {
    this.style.setProperty('--hue', String(hueOf(this.name)));
  }

  override render() {
    return html`${initialsOf(this.name)}`;
  }
}

define('vr-face', VrFace);

declare global {
  interface HTMLElementTagNameMap {
    'vr-face': VrFace;
  }
}
