/** What all views of the overlay look like. */
import { css } from 'lit';

export const debugView = css`
  :host {
    min-height: 0;
    container-type: inline-size;
    font: var(--_font);
    font-size: 13px;
    color: var(--_text);
    --_mono: ui-monospace, 'JetBrains Mono', 'SF Mono', Menlo, Consolas, monospace;
  }
  .empty {
    margin: 24px;
    color: var(--_soft);
    text-align: center;
  }
`;
