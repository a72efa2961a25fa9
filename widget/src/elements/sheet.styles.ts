/** What fills the element where there is no stage: a sheet in its middle, scrolling if it does not fit. */
import { css } from 'lit';

export const sheet = css`
  :host {
    display: grid;
    place-items: safe center;
    padding: 20px;
    font: var(--_font);
    color: var(--_text);
    overflow: auto;
    background: var(--_stage);
  }
  h2 {
    text-align: center;
  }
`;
