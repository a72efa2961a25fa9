/** What questions and requests share: the card over everything, and its two clear choices. */
import { css } from 'lit';

export const dialog = css`
  .dialog {
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 8px);
    background: var(--_surface);
    pointer-events: auto;
  }
  /* It only holds the focus, for those who listen; nothing can be done on it. */
  .dialog:focus {
    outline: none;
  }
  .acts {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 10px;
  }
  button {
    padding: 4px 12px;
    border-radius: 14px;
    background: var(--_raised);
    font-weight: 600;
    line-height: 1.2;
  }
  button:hover {
    background: color-mix(in srgb, var(--_raised), var(--_lift) 9%);
  }
  .no {
    background: color-mix(in srgb, var(--_bad), var(--_stage) 84%);
    color: var(--_bad-text);
  }
  .no:hover {
    background: color-mix(in srgb, var(--_bad), var(--_stage) 76%);
  }
`;
