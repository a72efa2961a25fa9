import { css } from 'lit';

export const styles = css`
  :host {
    /* Over the stage, and over a panel that lies there. */
    grid-area: 2 / 1;
    align-self: end;
    position: relative;
    z-index: 3;
    margin-bottom: 8px;
    display: grid;
    justify-items: center;
    pointer-events: none;
    font: var(--_font);
    color: var(--_text);
  }
  .card {
    display: flex;
    gap: 2px;
    padding: 6px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    background: var(--_surface);
    box-shadow: 0 12px 48px var(--_shade);
    pointer-events: auto;
    animation: appear 0.12s ease-out;
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 6px;
    }
  }
  button {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border-radius: 50%;
    background: none;
    font:
      24px/1 'Apple Color Emoji',
      'Segoe UI Emoji',
      'Noto Color Emoji',
      sans-serif;
  }
  button:hover {
    background: var(--_raised);
  }
  button:focus-visible {
    outline-offset: -2px;
  }
  @container (max-width: 300px) {
    button {
      width: 38px;
    }
  }
`;
