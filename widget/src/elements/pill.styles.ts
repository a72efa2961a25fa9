/** What is said over the stage, in a line or two. */
import { css } from 'lit';

export const pill = css`
  .pill {
    display: flex;
    align-items: center;
    max-width: 100%;
    border: 1px solid var(--_line);
    border-radius: 18px;
    background: var(--_float);
    box-shadow: 0 6px 24px var(--_shade);
    text-wrap: balance;
    pointer-events: auto;
  }
`;
