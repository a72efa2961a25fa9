import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .both {
    display: flex;
    align-items: flex-start;
    gap: 20px;
    padding: 0 16px 16px;
  }
  .diagram {
    flex: 1;
    min-width: 0;
    max-width: 900px;
    margin-inline: auto;
  }
  .lanes {
    position: sticky;
    z-index: 1;
    top: 0;
    display: flex;
    justify-content: space-between;
    margin-inline: 36px 18px;
    padding-block: 10px 6px;
    background: var(--_stage);
  }
  .lanes b {
    width: 100px;
    padding: 4px 8px;
    border-radius: 99px;
    background: var(--_raised);
    overflow: hidden;
    font-weight: 500;
    text-align: center;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 68px 1fr 50px;
    align-items: center;
    gap: 0 18px;
    border-radius: 6px;
    cursor: default;
  }
  li:hover {
    background: color-mix(in srgb, var(--_lift), transparent 95%);
  }
  time,
  small {
    color: var(--_soft);
    font: 12px var(--_mono);
    text-align: end;
  }
  small {
    text-align: start;
  }
  /* The three life lines. */
  li > span {
    position: relative;
    display: block;
    min-height: 34px;
    background:
      linear-gradient(var(--_line) 0 0) 0 / 1px 100%,
      linear-gradient(var(--_line) 0 0) 50% / 1px 100%,
      linear-gradient(var(--_line) 0 0) 100% / 1px 100%;
    background-repeat: no-repeat;
  }
  .arrow > span {
    position: absolute;
    bottom: 6px;
    display: block;
    padding: 0 12px 3px;
    border-bottom: 2px solid var(--_step);
    color: var(--_step);
    overflow: hidden;
    text-align: center;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .arrow::after {
    content: '';
    position: absolute;
    bottom: 2px;
    border: 5px solid transparent;
  }
  .you-server > span,
  .server-you > span {
    inset-inline: 0 50%;
  }
  .server-other > span,
  .other-server > span {
    inset-inline: 50% 0;
  }
  .other-you > span {
    inset-inline: 0;
  }
  .you-server::after {
    inset-inline-end: 50%;
    border-inline-start-color: var(--_step);
    border-inline-end-width: 0;
  }
  .server-other::after {
    inset-inline-end: 0;
    border-inline-start-color: var(--_step);
    border-inline-end-width: 0;
  }
  .other-server::after {
    inset-inline-start: 50%;
    border-inline-end-color: var(--_step);
    border-inline-start-width: 0;
  }
  .server-you::after,
  .other-you::after {
    inset-inline-start: 0;
    border-inline-end-color: var(--_step);
    border-inline-start-width: 0;
  }
  .band {
    padding-block: 4px;
  }
  .band > span {
    display: block;
    padding: 3px 12px;
    border: 1px solid color-mix(in srgb, var(--_step), transparent 55%);
    border-radius: 6px;
    background: color-mix(in srgb, var(--_step), var(--_stage) 86%);
    color: var(--_text);
    text-align: center;
  }
  /* What only one of the three knows of stands on its line. */
  .at-you > span,
  .at-server > span,
  .at-other > span {
    width: fit-content;
    max-width: 48%;
    box-sizing: border-box;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .at-server > span {
    max-width: 80%;
    margin-inline: auto;
  }
  .at-other > span {
    margin-inline-start: auto;
  }
  .told {
    margin: 12px 0 0;
    color: var(--_soft);
    line-height: 1.5;
  }
  li {
    --_step: var(--_soft);
  }
  .offer,
  .answer {
    --_step: light-dark(#6b3fa8, #c9a5ff);
  }
  .candidate,
  .gathering,
  .checking {
    --_step: light-dark(#0b6b4a, #5fd3a5);
  }
  .delivered,
  .relayed,
  .arrived {
    --_step: light-dark(#1a5fb4, #7fb8ff);
  }
  .connected,
  .path {
    --_step: var(--_talk);
  }
  .slow,
  .disconnected,
  .repair,
  .held,
  .help {
    --_step: var(--_warn);
  }
  .missing,
  .failed,
  .dropped,
  .refused {
    --_step: var(--_bad-text);
  }
  .missing .band > span,
  li.missing > span > span {
    border-style: dashed;
  }
  aside {
    position: sticky;
    top: 12px;
    flex: 0 0 260px;
    margin-top: 12px;
    padding: 14px 16px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
  }
  h3 {
    margin: 0 0 6px;
    font-size: 14px;
    font-weight: 600;
  }
  aside p {
    margin: 0 0 8px;
    color: var(--_soft);
    line-height: 1.5;
  }
  .verdict {
    color: var(--_warn);
  }
  .verdict.missing {
    color: var(--_bad-text);
  }
  .cause {
    font-family: var(--_mono);
  }
  @container (max-width: 760px) {
    .both {
      flex-direction: column-reverse;
      align-items: stretch;
      gap: 0;
      padding-inline: 8px;
    }
    .diagram {
      width: 100%;
    }
    .lanes {
      margin-inline: 12px 0;
    }
    .lanes b {
      width: 84px;
    }
    li {
      grid-template-columns: 54px 1fr 34px;
      gap: 0 8px;
    }
    aside {
      position: static;
      flex: none;
      margin-top: 10px;
    }
  }
`;
