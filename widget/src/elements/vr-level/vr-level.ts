/** How loud the own microphone is, as a bar that moves. */
import { css, html } from 'lit';
import { LevelController } from '../../controllers/devices/level-controller.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';

/** Steps a screen reader is told. */
const STEPS = 10;

/**
 * @csspart level - the bar.
 */
export class VrLevel extends SpeakingElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
      }
      div {
        height: 4px;
        border-radius: 2px;
        overflow: hidden;
        background: var(--_line);
      }
      i {
        display: block;
        height: 100%;
        border-radius: inherit;
        background: var(--_talk);
        inline-size: calc(var(--level, 0) * 100%);
      }
      @media (forced-colors: active) {
        div {
          outline: 1px solid CanvasText;
        }
        i {
          forced-color-adjust: none;
          background: Highlight;
        }
      }
    `,
  ];

  static override properties = { track: { attribute: false }, label: { attribute: false } };

  track: MediaStreamTrack | undefined;
  label = '';

  readonly #level = new LevelController(this, (level) => this.#show(level));

  override updated(): void {
    this.#level.listen(this.track);
  }

  override render() {
    return html`<div
      part="level"
      role="meter"
      aria-label=${this.label}
      aria-valuemin="0"
      aria-valuemax=${STEPS}
      aria-valuenow="0"
    >
      <i></i>
    </div>`;
  }

  /** Past the template, as this happens at every frame. */
  #show(level: number): void {
    this.style.setProperty('--level', level.toFixed(2));
    const step = String(Math.round(level * STEPS));
    const meter = this.renderRoot?.firstElementChild;
    if (meter && meter.ariaValueNow !== step) meter.ariaValueNow = step;
  }
}

define('vr-level', VrLevel);

declare global {
  interface HTMLElementTagNameMap {
    'vr-level': VrLevel;
  }
}
