import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    color-scheme: dark;
    background: #0c0f12;
    color: var(--_text);
    font: var(--_font);
    font-size: 13px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 8px;
    padding: 8px 12px;
    border-bottom: 1px solid var(--_line);
  }
  h2 {
    margin: 0 4px;
    font-size: 13px;
    font-weight: 600;
  }
  h2 small {
    margin-inline-start: 6px;
    font-size: 13px;
    font-weight: 400;
    color: var(--_soft);
  }
  .people {
    display: flex;
    gap: 4px;
    min-width: 0;
    margin-inline-start: auto;
    padding: 3px;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .people button,
  .tool,
  select,
  input {
    height: 30px;
    border-radius: 99px;
    background: none;
    color: #cfd6dd;
    font: inherit;
  }
  .people button,
  select,
  input {
    padding: 0 11px;
    border: 1px solid var(--_line);
    white-space: nowrap;
  }
  .people button {
    flex: none;
    max-width: 150px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .people button[aria-pressed='true'] {
    background: color-mix(in srgb, var(--_accent), transparent 86%);
    border-color: color-mix(in srgb, var(--_accent), transparent 60%);
    color: #bcdcff;
  }
  select {
    padding-inline-end: 4px;
    background: #0c0f12;
  }
  input {
    width: 130px;
    min-width: 80px;
    flex: 0 1 auto;
  }
  input::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  .tools {
    display: flex;
  }
  .tool {
    width: 30px;
    padding: 0;
    display: grid;
    place-items: center;
    border-radius: 8px;
  }
  .tool:hover,
  .people button:hover {
    background: var(--_raised);
  }
  .tool[aria-pressed='true'] {
    color: var(--_warn);
  }
  .tool svg {
    width: 16px;
    height: 16px;
  }
  .log {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding-block: 6px;
    font-family: ui-monospace, 'JetBrains Mono', 'SF Mono', Menlo, Consolas, monospace;
    line-height: 1.45;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: grid;
    grid-template-columns: 92px minmax(60px, 110px) 84px 1fr;
    gap: 0 12px;
    padding: 3px 16px;
    align-items: baseline;
    cursor: pointer;
  }
  .row:nth-child(odd) {
    background: #ffffff06;
  }
  .row:hover {
    background: #ffffff10;
  }
  .row.warn {
    background: color-mix(in srgb, var(--_warn), transparent 90%);
  }
  .row.error {
    background: color-mix(in srgb, var(--_bad), transparent 86%);
  }
  .row > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  time,
  .detail {
    color: #8f9aa6;
  }
  .signal {
    color: #7fb8ff;
  }
  .ice {
    color: #5fd3a5;
  }
  .negotiate {
    color: #c9a5ff;
  }
  .media {
    color: #f5c469;
  }
  .session {
    color: #b9c3cd;
  }
  .warn .text {
    color: #f7d394;
  }
  .error .text {
    color: var(--_bad-text);
  }
  pre {
    grid-column: 1 / -1;
    margin: 4px 0 6px;
    padding: 8px 12px;
    border-radius: 8px;
    background: #171c21;
    color: #c8d0d8;
    font: inherit;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .empty {
    margin: 16px;
    color: var(--_soft);
  }
  .newest {
    position: absolute;
    inset-inline-end: 16px;
    bottom: 12px;
    height: 32px;
    padding: 0 14px;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  @container (max-width: 1000px) {
    .people {
      order: 1;
      flex: 1 0 100%;
      margin: 0;
    }
    h2 {
      margin-inline-end: auto;
    }
  }
  @container (max-width: 620px) {
    header {
      padding: 6px 8px;
    }
    select {
      max-width: 104px;
      padding-inline: 8px 0;
    }
    input {
      order: 1;
      flex: 1 1 80px;
      width: 0;
    }
    select {
      order: 1;
    }
    .row {
      grid-template-columns: auto 1fr auto;
      gap: 0 10px;
      padding: 4px 12px;
    }
    .row .words {
      grid-column: 1 / -1;
      white-space: normal;
      overflow-wrap: anywhere;
    }
  }
`;
