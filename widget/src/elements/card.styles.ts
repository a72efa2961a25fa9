/** What cards and dialogs share: sign, heading, words, fields, the main button. */
import { css } from 'lit';

export const card = css`
  .sign {
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    margin: 0 auto 16px;
    border-radius: 50%;
    background: var(--_raised);
    color: var(--_soft);
  }
  h2 {
    margin: 0;
    font-size: 20px;
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  p {
    margin: 6px 0 0;
    color: var(--_soft);
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  label {
    display: grid;
    gap: 6px;
    text-align: start;
    font-size: 13px;
    color: var(--_soft);
  }
  input {
    width: 100%;
    padding: 11px 14px;
    border: 1px solid var(--_edge);
    border-radius: 12px;
    background: var(--_stage);
    color: var(--_text);
    font: inherit;
    font-size: 16px;
  }
  .main {
    background: var(--_talk);
    color: var(--_on-talk);
    font-weight: 600;
  }
  .main:hover {
    background: color-mix(in srgb, var(--_talk), var(--_lift) 14%);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @keyframes turn {
    to {
      rotate: 360deg;
    }
  }
`;
