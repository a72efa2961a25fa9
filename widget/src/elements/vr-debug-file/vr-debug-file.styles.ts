import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    min-height: 0;
    background: var(--_stage);
    color: var(--_text);
    font: var(--_font);
  }
  vr-debug {
    flex: 1;
  }
  .drop {
    display: grid;
    flex: 1;
    align-content: center;
    justify-items: center;
    gap: 14px;
    margin: 16px;
    padding: 24px 16px;
    border: 2px dashed var(--_line);
    border-radius: var(--_radius);
    text-align: center;
  }
  .aimed {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent), transparent 92%);
  }
  h1 {
    margin: 0;
    font-size: 22px;
    font-weight: 600;
  }
  p {
    max-width: 56ch;
    margin: 0;
    color: var(--_soft);
    text-wrap: balance;
  }
  .choose {
    display: grid;
    place-items: center;
    height: 44px;
    padding: 0 24px;
    border-radius: var(--_control-radius);
    background: var(--_talk);
    color: var(--_on-talk);
    font-weight: 600;
    cursor: pointer;
  }
  :focus-visible + .choose {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  [role='alert'] {
    min-height: 1.4em;
    color: var(--_bad-text);
  }
  code {
    max-width: 100%;
    overflow-wrap: anywhere;
    color: var(--_soft);
  }
`;
