import { css } from 'lit';

export const styles = css`
  :host {
    position: absolute;
    z-index: 4;
    inset: 0;
    display: grid;
    place-items: safe center;
    padding: 16px;
    overflow: auto;
    background: var(--_scrim);
    backdrop-filter: blur(3px);
    font: var(--_font);
    color: var(--_text);
    animation: appear 0.16s;
  }
  /* Knocks do not stand in the way of a meeting. */
  :host([aside]) {
    place-items: start end;
    padding: 12px;
    overflow: hidden;
    background: none;
    backdrop-filter: none;
    pointer-events: none;
  }
  .dialog {
    width: min(380px, 100%);
    padding: 34px 26px 22px;
    box-shadow: 0 30px 80px var(--_shade);
    text-align: center;
  }
  .dialog > vr-face {
    width: 104px;
    margin: 0 auto 26px;
    font-size: 34px;
    box-shadow:
      0 0 0 6px color-mix(in srgb, var(--_talk), transparent 82%),
      0 0 0 16px color-mix(in srgb, var(--_talk), transparent 91%);
    animation: ring 1.6s ease-in-out infinite alternate;
  }
  @keyframes ring {
    from {
      box-shadow:
        0 0 0 2px color-mix(in srgb, var(--_talk), transparent 70%),
        0 0 0 6px color-mix(in srgb, var(--_talk), transparent 90%);
    }
  }
  .silent {
    margin-top: 10px;
    font-size: 13px;
    color: var(--_warn);
  }
  .acts {
    margin-top: 22px;
  }
  button {
    min-height: 48px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .plain {
    min-height: 36px;
    margin-bottom: -8px;
    background: none;
    color: var(--_soft);
    font-weight: 400;
  }
  .plain:hover {
    background: none;
    color: var(--_text);
    text-decoration: underline;
  }

  .knocks {
    display: flex;
    flex-direction: column;
    width: min(360px, 100%);
    max-height: 100%;
    padding: 14px;
    border-radius: 18px;
    text-align: start;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-inline-start: 4px;
  }
  .head h2 {
    flex: 1;
    font-size: 15px;
  }
  ul {
    margin: 8px 0 0;
    padding: 0;
    min-height: 58px;
    list-style: none;
    overflow: auto;
  }
  li {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 7px 4px;
  }
  .who {
    flex: 1;
    min-width: 0;
    line-height: 1.3;
  }
  .who b {
    display: block;
    width: fit-content;
    max-width: 100%;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .who span {
    font-size: 13px;
    color: var(--_soft);
  }
  .small {
    flex: none;
    min-height: 38px;
    min-width: 38px;
    padding: 4px 10px;
    border-radius: 12px;
  }
  .small svg {
    width: 18px;
    height: 18px;
  }
  .knocks .acts {
    margin-top: 8px;
  }
  .knocks .acts button {
    min-height: 42px;
    border-radius: 12px;
  }
  .knocks label {
    margin-top: 8px;
  }
  .knocks input {
    padding-block: 8px;
  }

  @container (max-width: 400px) {
    .dialog:not(.knocks) {
      padding-inline: 16px;
    }
    .acts button {
      padding-inline: 6px;
    }
    .small span {
      display: none;
    }
  }
  @container (max-height: 460px) {
    .dialog:not(.knocks) {
      padding: 16px 18px;
    }
    .dialog > vr-face {
      width: 56px;
      margin-bottom: 12px;
      font-size: 20px;
    }
    .acts {
      margin-top: 12px;
      gap: 8px;
    }
    button {
      min-height: 42px;
    }
    .plain {
      min-height: 30px;
      margin-bottom: -6px;
    }
  }
  @container (max-height: 320px) {
    :host {
      padding: 6px;
    }
    .dialog > vr-face {
      display: none;
    }
    .dialog:not(.knocks) {
      padding: 10px 12px;
    }
    h2 {
      font-size: 16px;
    }
  }
`;
