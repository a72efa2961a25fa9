import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow: auto;
    overscroll-behavior: contain;
    font: var(--_font);
    color: var(--_text);
  }
  .intro {
    display: grid;
    justify-items: center;
    gap: 14px;
    max-width: 46ch;
    margin: 24px auto;
    padding-inline: 16px;
    color: var(--_soft);
    text-align: center;
    text-wrap: balance;
  }
  p {
    margin: 0;
  }
  button {
    height: 40px;
    padding: 0 22px;
    border-radius: var(--_control-radius);
    background: var(--_talk);
    color: var(--_on-talk);
    font-weight: 600;
  }
  vr-preflight {
    display: block;
    min-height: 100%;
  }
`;
