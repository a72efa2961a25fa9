import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: block;
    margin-inline: -6px -4px;
    font: var(--_font);
    color: var(--_text);
  }
  .opener {
    width: 28px;
    height: var(--_control);
    padding: 0;
    display: grid;
    place-items: center;
    border-radius: 99px;
    background: none;
    color: var(--_soft);
  }
  .opener:hover,
  .opener[aria-expanded='true'] {
    background: var(--_raised);
    color: var(--_text);
  }
  .opener svg {
    width: 16px;
    height: 16px;
  }
  .menu {
    position: absolute;
    z-index: 3;
    bottom: calc(100% + 10px);
    left: 50%;
    translate: -50%;
    display: grid;
    gap: 14px;
    width: min(360px, 100cqw - 16px);
    max-height: calc(100cqh - 84px);
    overflow-y: auto;
    padding: 14px 16px 16px;
    border: 1px solid var(--_line);
    border-radius: 16px;
    background: var(--_surface);
    box-shadow: 0 12px 48px var(--_shade);
    animation: appear 0.12s ease-out;
  }
  .menu:focus-visible {
    outline: none;
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 6px;
    }
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-block: -4px;
  }
  header b {
    font-weight: 600;
  }
  header button {
    padding: 8px;
    margin-inline-end: -8px;
    border-radius: 50%;
    background: none;
    color: var(--_soft);
  }
  header button:hover {
    background: var(--_raised);
    color: var(--_text);
  }
  .switches {
    display: grid;
    gap: 2px;
    padding-top: 8px;
    border-top: 1px solid var(--_line);
  }
  label {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-height: 38px;
    cursor: pointer;
  }
  input {
    appearance: none;
    position: relative;
    flex: none;
    width: 40px;
    height: 24px;
    margin: 0;
    border: 2px solid var(--_edge);
    border-radius: 12px;
    background: none;
    cursor: pointer;
    transition: background 0.15s;
  }
  input::after {
    content: '';
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    width: 14px;
    height: 14px;
    border-radius: 50%;
    background: var(--_edge);
    transition: inset-inline-start 0.15s;
  }
  input:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  input:checked::after {
    inset-inline-start: 19px;
    background: var(--_on-accent);
  }
  @media (forced-colors: active) {
    input::after {
      background: ButtonText;
    }
    input:checked::after {
      background: HighlightText;
    }
  }
  /* Over the middle of the bar, where beside its button it would reach beyond the edge. */
  @container (max-width: 900px) {
    :host {
      position: static;
    }
    .menu {
      bottom: calc(100% - 4px);
    }
  }
  @container (max-width: 300px) or (max-height: 300px) {
    .opener {
      width: 22px;
      height: 40px;
    }
  }
`;
