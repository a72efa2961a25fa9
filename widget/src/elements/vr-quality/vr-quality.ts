/** How well a connection does, where it does not do well: three bars of which fewer stand out, and the same in words. */
import { css, html, nothing, svg } from 'lit';
import type { ConnectionQuality } from '../../core/stats/quality.js';
import { mediaWords } from '../../text/en-media.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';

const FULL = { poor: 1, fair: 2 } as const;
const HEIGHTS = [5, 8, 12] as const;

export class VrQuality extends SpeakingElement {
  static override styles = [
    tokens,
    css`
      :host {
        flex: none;
      }
      svg {
        width: 13px;
        height: 12px;
        fill: currentColor;
      }
      .fair {
        color: var(--_warn);
      }
      .poor {
        color: var(--_bad-text);
      }
      /* Fainter, not of another colour: that is left where colours are forced. */
      .empty {
        opacity: 0.3;
      }
      @media (forced-colors: active) {
        .fair,
        .poor {
          color: CanvasText;
        }
      }
    `,
  ];

  static override properties = { quality: { attribute: false } };

  quality: ConnectionQuality = 'good';

  override render() {
    const { quality } = this;
    if (quality === 'good') return nothing;
    const words = mediaWords().quality[quality];
    return html`<svg class=${quality} viewBox="0 0 13 12" role="img" aria-label=${words}>
      <title>${words}</title>
      ${HEIGHTS.map(
        (height, index) =>
          svg`<rect
            class=${index < FULL[quality] ? '' : 'empty'}
            x=${index * 5} y=${12 - height} width="3" height=${height} rx="1" />`,
      )}
    </svg>`;
  }
}

define('vr-quality', VrQuality);

declare global {
  interface HTMLElementTagNameMap {
    'vr-quality': VrQuality;
  }
}
