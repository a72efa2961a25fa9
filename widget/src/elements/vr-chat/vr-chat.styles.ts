import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 0;
    font: var(--_font);
    color: var(--_text);
  }
  .place {
    position: relative;
    flex: 1;
    min-height: 0;
    display: grid;
  }
  .log {
    overflow: hidden auto;
    overscroll-behavior: contain;
    padding-bottom: 8px;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  article {
    padding: 7px 18px;
  }
  .private {
    position: relative;
    background: color-mix(in srgb, var(--_warn), transparent 91%);
  }
  .private::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    width: 3px;
    background: var(--_warn);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 6px;
    font-size: 13px;
  }
  h3 {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  time,
  .to {
    color: var(--_soft);
  }
  .to {
    order: 1;
    color: var(--_warn);
  }
  time {
    order: 2;
  }
  p {
    margin: 2px 0 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  a {
    color: var(--_accent);
    border-radius: 2px;
  }
  a:not(:hover) {
    text-decoration-color: color-mix(in srgb, var(--_accent), transparent 60%);
  }
  .fresh {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 8px 18px 4px;
    font-size: 13px;
    color: var(--_accent);
  }
  .fresh::before,
  .fresh::after {
    content: '';
    flex: 1;
    border-top: 1px solid color-mix(in srgb, var(--_accent), transparent 60%);
  }
  .none {
    place-self: center;
    display: grid;
    gap: 4px;
    padding: 24px;
    text-align: center;
    text-wrap: balance;
    color: var(--_soft);
  }
  .none b {
    font-weight: 600;
    color: var(--_text);
  }
  .newest {
    position: absolute;
    inset-block-end: 8px;
    left: 50%;
    translate: -50%;
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 6px 14px 6px 10px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    background: var(--_float);
    box-shadow: 0 6px 24px var(--_shade);
    font-size: 13px;
    font-weight: 600;
    white-space: nowrap;
  }
  .newest:hover {
    background: var(--_raised);
  }
  .newest.plain {
    padding: 7px;
  }
  .newest svg {
    width: 16px;
    height: 16px;
  }
  vr-composer {
    flex: none;
  }
`;
