import { css } from 'lit';

export const styles = css`
  .room {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 28px;
    margin: 12px 12px 0;
    padding: 14px 16px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
  }
  .said {
    flex: 1 1 260px;
    align-self: start;
    max-width: 46ch;
  }
  .graph {
    flex: 0 1 350px;
    width: 100%;
    min-width: min(240px, 100%);
    height: auto;
  }
  .graph text {
    fill: var(--_text);
    font-size: 15px;
    dominant-baseline: central;
  }
  .node circle {
    fill: var(--_raised);
    stroke: var(--_surface);
    stroke-width: 2;
  }
  .node.own circle {
    fill: var(--_accent);
  }
  .graph .own .number {
    fill: var(--_on-accent);
  }
  .node.away {
    opacity: 0.55;
  }
  .edge line {
    stroke: var(--_state);
    stroke-width: 2.5;
  }
  .edge circle {
    fill: var(--_surface);
  }
  .edge text {
    fill: var(--_state);
    font-size: 14px;
    text-anchor: middle;
  }
  .fair line {
    stroke-dasharray: 10 3;
  }
  .poor line {
    stroke-dasharray: 6 5;
  }
  .connecting line {
    stroke-dasharray: 2 5;
  }
  :is(.interrupted, .failed) line {
    stroke-dasharray: 1 6;
    stroke-linecap: round;
  }
  :is(.untold, .unknown) line {
    stroke-width: 1;
    stroke-dasharray: 2 3;
  }
  .good {
    --_state: var(--_talk);
  }
  :is(.fair, .connecting, .interrupted) {
    --_state: var(--_warn);
  }
  :is(.poor, .failed) {
    --_state: var(--_bad-text);
  }
  :is(.untold, .unknown) {
    --_state: var(--_soft);
  }
  .matrix {
    max-width: 100%;
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
  }
  .matrix :is(th, td) {
    min-width: 30px;
    height: 30px;
    padding: 0;
    border: 1px solid var(--_line);
    font-weight: 400;
    text-align: center;
  }
  .matrix th[scope='row'] {
    max-width: 150px;
    padding-inline: 2px 12px;
    border: 0;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .matrix thead :is(th, td) {
    border: 0;
    color: var(--_soft);
  }
  .matrix .self {
    background: var(--_line);
  }
  .room i {
    color: var(--_state);
    font-style: normal;
  }
  .legend {
    display: grid;
    gap: 2px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .legend i {
    display: inline-block;
    width: 1.4em;
  }
  .room p {
    margin: 8px 0 0;
    color: var(--_soft);
    text-wrap: pretty;
  }
  @container (max-width: 420px) {
    .name {
      display: none;
    }
    .graph text {
      font-size: 19px;
    }
    .node circle {
      r: 16px;
    }
  }
`;
