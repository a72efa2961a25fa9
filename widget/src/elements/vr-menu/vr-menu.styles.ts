import { css } from 'lit';

export const styles = css`
  :host {
    position: absolute;
    z-index: 3;
    bottom: calc(100% + 10px);
    inset-inline-end: 0;
    font: var(--_font);
    color: var(--_text);
  }
  .menu {
    display: flex;
    flex-direction: column;
    width: max-content;
    min-width: 220px;
    max-width: calc(100cqw - 16px);
    max-height: var(--_menu-room, calc(100cqh - 84px));
    overflow-y: auto;
    padding: 6px;
    border: 1px solid var(--_line);
    border-radius: 16px;
    /* A shadow at the lower end, until what lies there comes into sight and covers it. */
    background:
      linear-gradient(transparent, var(--_surface) 60%) 0 100% / 100% 48px local no-repeat,
      linear-gradient(transparent, var(--_shade)) 0 100% / 100% 16px no-repeat,
      var(--_surface);
    box-shadow: 0 12px 48px var(--_shade);
    animation: appear 0.12s ease-out;
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 6px;
    }
  }
  @container (max-width: 480px) {
    :host {
      inset-inline-end: 8px;
    }
  }
  hr {
    flex: none;
    width: auto;
    height: 1px;
    margin: 6px 8px;
    border: 0;
    background: var(--_line);
  }
  b {
    display: block;
    padding: 6px 12px 4px;
    font-size: 13px;
    font-weight: 500;
    color: var(--_soft);
  }
  button {
    flex: none;
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    min-height: 40px;
    padding: 8px 12px;
    border-radius: 10px;
    background: none;
    text-align: start;
  }
  button:hover,
  button:focus {
    background: var(--_raised);
  }
  button:focus-visible {
    outline-offset: -2px;
  }
  span {
    flex: 1;
  }
  kbd {
    font: inherit;
    font-size: 13px;
    color: var(--_soft);
  }
  @media (hover: none) {
    kbd {
      display: none;
    }
  }
  /* All of it is to be seen at once where that can be. */
  @container (max-height: 640px) {
    button {
      min-height: 36px;
      padding-block: 6px;
    }
  }
  i {
    width: 18px;
  }
  i svg {
    width: 18px;
    height: 18px;
    color: var(--_accent);
  }
  i:empty {
    display: none;
  }
`;
