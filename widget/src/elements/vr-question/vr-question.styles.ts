import { css } from 'lit';

export const styles = css`
  :host {
    position: absolute;
    z-index: 4;
    inset: 0;
    display: grid;
    place-items: safe end center;
    padding: 12px 12px 80px;
    overflow: hidden;
    pointer-events: none;
    font: var(--_font);
    color: var(--_text);
    animation: appear 0.16s;
  }
  :host([grave]) {
    place-items: safe center;
    padding: 16px;
    overflow: auto;
    background: var(--_scrim);
    backdrop-filter: blur(3px);
    pointer-events: auto;
  }
  .dialog {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 16px 14px;
    width: min(400px, 100%);
    padding: 18px;
    box-shadow: 0 20px 60px var(--_shade);
  }
  :host([grave]) .dialog {
    padding: 24px 22px 20px;
  }
  vr-face {
    width: 46px;
  }
  .says {
    grid-column: 2;
    text-align: start;
  }
  .says:first-child {
    grid-column: 1 / -1;
  }
  h2 {
    font-size: 16px;
  }
  p {
    margin-top: 2px;
    text-wrap: pretty;
  }
  :host([grave]) h2 {
    font-size: 18px;
  }
  .acts {
    grid-column: 1 / -1;
  }
  button {
    min-height: 44px;
  }
  @container (max-height: 320px) {
    :host {
      padding: 6px;
    }
    .dialog,
    :host([grave]) .dialog {
      gap: 8px;
      padding: 10px;
    }
    p {
      display: none;
    }
    button {
      min-height: 38px;
    }
  }
`;
