import { css } from 'lit';

export const pickersStyles = css`
  .pickers {
    display: grid;
    gap: 10px;
  }
  .picker {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    align-items: center;
    gap: 6px 10px;
    color: var(--_soft);
  }
  .picker button {
    min-width: 42px;
    height: 42px;
    padding: 0 12px;
    display: grid;
    place-items: center;
    border-radius: 12px;
    background: var(--_raised);
    color: var(--_text);
  }
  .picker button:hover:enabled {
    background: color-mix(in srgb, var(--_raised), var(--_lift) 9%);
  }
  .picker button:disabled {
    color: var(--_soft);
    cursor: default;
  }
  select {
    appearance: none;
    width: 100%;
    height: 42px;
    padding-block: 0;
    padding-inline: 14px 34px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_stage);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  select:disabled {
    opacity: 1;
    cursor: default;
  }
  select:disabled + svg {
    display: none;
  }
  .choice {
    position: relative;
  }
  .choice svg {
    position: absolute;
    inset-block-start: 13px;
    inset-inline-end: 12px;
    width: 16px;
    height: 16px;
    pointer-events: none;
  }
  .choice:not(:has(~ button)) {
    grid-column-end: span 2;
  }
  vr-level {
    grid-column: 2 / -1;
  }
`;
