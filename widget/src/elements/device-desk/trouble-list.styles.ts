import { css } from 'lit';

export const troubleStyles = css`
  .trouble {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 10px;
    padding: 10px 12px;
    border: 1px solid color-mix(in srgb, var(--_warn), transparent 55%);
    border-radius: 12px;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .trouble svg {
    color: var(--_warn);
  }
  .trouble b {
    display: block;
    font-weight: 600;
  }
  .trouble div {
    color: var(--_soft);
  }
  .trouble b {
    color: var(--_text);
  }
  .trouble button {
    grid-column: 2;
    justify-self: start;
    padding: 4px 0;
    background: none;
    color: var(--_accent);
    font-weight: 600;
  }
`;
