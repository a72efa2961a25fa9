import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: block;
    min-height: 0;
    font: var(--_font);
    color: var(--_text);
  }
  .all {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
  }
  input[type='search'] {
    flex: none;
    margin: 4px 14px 8px;
    padding: 9px 14px;
    border: 1px solid var(--_edge);
    border-radius: 12px;
    background: var(--_stage);
    color: var(--_text);
    font: inherit;
    font-size: 16px;
  }
  ul {
    flex: 1;
    min-height: 60px;
    margin: 0;
    padding: 2px 8px 12px;
    list-style: none;
    overflow: auto;
  }
  ul:focus-visible {
    outline-offset: -3px;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    min-height: 52px;
    padding: 5px 2px 5px 10px;
    border-radius: 12px;
  }
  li:dir(rtl) {
    padding: 5px 10px 5px 2px;
  }
  li:hover,
  li:has([aria-expanded='true']) {
    background: color-mix(in srgb, var(--_surface), var(--_lift) 4%);
  }
  vr-face {
    width: 36px;
    font-size: 13px;
  }
  .interrupted vr-face,
  .failed vr-face {
    filter: grayscale(0.9);
  }
  .who {
    flex: 1;
    min-width: 0;
    line-height: 1.3;
  }
  .who b {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .who i {
    margin-inline-start: 6px;
    font-style: normal;
    color: var(--_soft);
  }
  small {
    display: block;
    font-size: 13px;
    color: var(--_soft);
  }
  small span + span::before {
    content: ' · ';
  }
  .interrupted [part='person-status'] {
    color: var(--_warn);
  }
  .failed [part='person-status'] {
    color: var(--_bad-text);
  }
  .states {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--_soft);
  }
  .states svg {
    width: 18px;
    height: 18px;
  }
  .states .muted {
    color: var(--_bad-text);
  }
  .states .on {
    color: var(--_talk);
  }
  .hand {
    display: flex;
    align-items: center;
    gap: 5px;
    padding: 3px 8px;
    border-radius: 99px;
    background: var(--_warn);
    color: var(--_on-warn);
    font-size: 13px;
    line-height: 18px;
  }
  .hand svg {
    width: 15px;
    height: 15px;
  }
  .hand b {
    font-weight: 600;
  }
  .options {
    flex: none;
    width: 36px;
    height: 40px;
    margin-inline-start: -8px;
  }
  button.options {
    display: grid;
    place-items: center;
    padding: 0;
    border-radius: 10px;
    background: none;
    color: var(--_soft);
  }
  button.options:hover,
  button.options[aria-expanded='true'] {
    background: var(--_raised);
    color: var(--_text);
  }
  .volume {
    flex: 1 0 100%;
    min-width: 0;
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 4px 0 6px;
    color: var(--_soft);
  }
  .volume svg {
    width: 18px;
    height: 18px;
  }
  input[type='range'] {
    flex: 1;
    min-width: 60px;
    height: 28px;
    margin: 0;
    border-radius: 8px;
    accent-color: var(--_accent);
  }
  output {
    min-width: 48px;
    text-align: end;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  .volume button {
    padding: 6px 10px;
    border-radius: 10px;
    background: none;
    color: var(--_accent);
    font-weight: 600;
  }
  .volume button:hover {
    background: var(--_raised);
  }
  .nobody {
    flex: 100 1 0;
    margin: 0;
    padding: 0 18px;
    color: var(--_soft);
    text-align: center;
  }
  vr-menu {
    inset-inline: auto 12px;
    left: auto;
    right: 12px;
    top: var(--top);
    bottom: var(--bottom);
    translate: none;
  }
  vr-menu:dir(rtl) {
    left: 12px;
    right: auto;
  }
`;
