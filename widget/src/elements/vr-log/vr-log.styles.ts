import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding: 8px 12px 6px;
  }
  .fields small {
    margin-inline-start: auto;
    font-size: 13px;
    color: var(--_soft);
  }
  select,
  input {
    height: 30px;
    padding: 0 11px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    background: var(--_stage);
    color: inherit;
    font: inherit;
  }
  select {
    padding-inline-end: 4px;
  }
  input {
    flex: 0 1 220px;
    min-width: 80px;
  }
  input::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  .following {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 30px;
    padding: 0 11px;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .following svg {
    width: 14px;
    height: 14px;
  }
  .both {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  .list {
    position: relative;
    flex: 1;
    min-width: 0;
    min-height: 0;
  }
  .log {
    height: 100%;
    overflow: auto;
    /* What is put in above is counted already. */
    overflow-anchor: none;
    overscroll-behavior: contain;
    font-family: var(--_mono);
    line-height: 19px;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  .lines {
    box-sizing: border-box;
    height: var(--height);
    padding-top: var(--above);
    overflow: hidden;
  }
  .row {
    display: grid;
    grid-template-columns: 92px minmax(60px, 110px) 84px 1fr;
    gap: 0 12px;
    height: 25px;
    padding: 3px 16px;
    cursor: pointer;
  }
  .odd {
    background: color-mix(in srgb, var(--_lift), transparent 97%);
  }
  .row:hover {
    background: color-mix(in srgb, var(--_lift), transparent 93%);
  }
  .row.warn {
    background: color-mix(in srgb, var(--_warn), transparent 90%);
  }
  .row.error {
    background: color-mix(in srgb, var(--_bad), transparent 88%);
  }
  .row[aria-selected='true'] {
    background: color-mix(in srgb, var(--_accent), transparent 80%);
  }
  .row > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  time,
  .detail {
    color: var(--_soft);
  }
  .count {
    font-weight: 600;
    color: var(--_accent);
  }
  .signal {
    color: light-dark(#1a5fb4, #7fb8ff);
  }
  .ice {
    color: light-dark(#0b6b4a, #5fd3a5);
  }
  .negotiate {
    color: light-dark(#6b3fa8, #c9a5ff);
  }
  .device,
  .permission {
    color: light-dark(#7a5200, #f5c469);
  }
  .track {
    color: light-dark(#00626b, #63d2dc);
  }
  .decision {
    color: light-dark(#96255f, #ff9fcb);
  }
  .session,
  .timer {
    color: var(--_soft);
  }
  .warn .text {
    color: light-dark(#6d4700, #f7d394);
  }
  .error .text {
    color: var(--_bad-text);
  }
  .details {
    flex: 0 0 min(46%, 520px);
    min-width: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 4px 16px 12px;
    border-inline-start: 1px solid var(--_line);
  }
  .details .head {
    position: sticky;
    top: -4px;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding-block: 6px;
    background: var(--_stage);
  }
  h3 {
    margin: 0;
    font-size: 14px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  small {
    font-size: 13px;
    font-weight: 400;
    color: var(--_soft);
  }
  .details p {
    margin: 4px 0 8px;
    color: var(--_soft);
  }
  .tool {
    width: 30px;
    height: 30px;
    padding: 0;
    display: grid;
    place-items: center;
    border-radius: 8px;
    background: none;
  }
  .tool:hover {
    background: var(--_raised);
  }
  .tool svg {
    width: 16px;
    height: 16px;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .ways button {
    padding: 5px 12px;
    border-radius: 99px;
    background: var(--_raised);
  }
  pre {
    margin: 4px 0 8px;
    padding: 8px 12px;
    border-radius: 8px;
    background: var(--_surface);
    font-family: var(--_mono);
    font-size: 12px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  pre span {
    display: block;
  }
  summary {
    padding-block: 3px;
    cursor: pointer;
  }
  .new {
    color: var(--_talk);
  }
  .gone {
    color: var(--_bad-text);
    text-decoration: line-through;
  }
  .newest {
    position: absolute;
    inset-inline-start: 50%;
    bottom: 12px;
    translate: -50%;
    height: 32px;
    padding: 0 14px;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  @container (max-width: 420px) {
    .fields small {
      display: none;
    }
  }
  @container (max-width: 620px) {
    .fields {
      padding-inline: 8px;
    }
    select {
      max-width: 104px;
      padding-inline: 8px 0;
    }
    input {
      flex: 1 1 80px;
      width: 0;
    }
    .both {
      flex-direction: column;
    }
    .details {
      flex: 0 0 55%;
      border-block-start: 1px solid var(--_line);
      border-inline-start: 0;
    }
    .row {
      grid-template-columns: auto 1fr auto;
      gap: 0 10px;
      height: 46px;
      padding: 4px 12px;
    }
    .row .words {
      grid-column: 1 / -1;
    }
  }
`;
