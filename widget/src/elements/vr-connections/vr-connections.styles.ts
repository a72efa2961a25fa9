import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 420px), 1fr));
    align-content: start;
    gap: 12px;
    margin: 0;
    padding: 12px;
    list-style: none;
  }
  .all {
    overflow: auto;
    overscroll-behavior: contain;
  }
  .all:focus-visible {
    outline-offset: -2px;
  }
  .card {
    min-width: 0;
    padding: 14px 16px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
  }
  h3 {
    margin: 0;
    overflow: hidden;
    font-size: 15px;
    font-weight: 600;
    text-overflow: ellipsis;
  }
  .quality {
    padding: 2px 10px;
    border-radius: 99px;
    border: 1px solid color-mix(in srgb, var(--_talk), transparent 50%);
    color: var(--_talk);
  }
  .quality.fair {
    border-color: color-mix(in srgb, var(--_warn), transparent 50%);
    color: var(--_warn);
  }
  .quality.poor {
    border-color: color-mix(in srgb, var(--_bad), transparent 50%);
    color: var(--_bad-text);
  }
  .path {
    margin-inline-start: auto;
    color: var(--_soft);
    font-family: var(--_mono);
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(84px, 1fr));
    gap: 10px 14px;
    margin-block: 12px;
  }
  .figure {
    display: grid;
    grid-template-rows: auto auto 1.4em auto;
    align-content: start;
    min-width: 0;
  }
  .figure small {
    font-size: 13px;
    color: var(--_soft);
    white-space: nowrap;
  }
  .figure span,
  dt {
    color: var(--_soft);
  }
  .figure b {
    font-weight: 600;
    white-space: nowrap;
  }
  .figure svg {
    width: 100%;
    height: 24px;
    margin-top: 4px;
  }
  polyline {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.5;
  }
  .out polyline {
    stroke: var(--_talk);
  }
  .loss polyline {
    stroke: var(--_warn);
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 190px), 1fr));
    gap: 4px 16px;
    margin: 0;
    padding-top: 10px;
    border-top: 1px solid var(--_line);
  }
  dl div {
    display: flex;
    justify-content: space-between;
    gap: 10px;
  }
  dd {
    margin: 0;
    text-align: end;
  }
  .warns dd {
    color: var(--_warn);
  }
`;
