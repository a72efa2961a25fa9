import { css } from 'lit';

export const styles = css`
  .sheet {
    display: grid;
    gap: 10px;
    width: min(560px, 100%);
  }
  h2:focus {
    outline: none;
  }
  .overall {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 8px;
    margin: 0 0 6px;
    text-align: center;
  }
  .overall.running [role='status'] {
    position: absolute;
    clip-path: inset(50%);
  }
  .count {
    font-variant-numeric: tabular-nums;
  }
  progress {
    appearance: none;
    width: 100%;
    height: 4px;
    border: 0;
    border-radius: 4px;
    overflow: hidden;
    background: var(--_raised);
    accent-color: var(--_talk);
  }
  progress::-webkit-progress-bar {
    background: var(--_raised);
  }
  progress::-webkit-progress-value {
    background: var(--_talk);
    transition: inline-size 0.3s;
  }
  progress::-moz-progress-bar {
    background: var(--_talk);
  }
  details {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  summary {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 48px;
    padding: 8px 14px;
    border-radius: var(--_radius);
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary b {
    flex: 1;
    font-weight: 600;
  }
  summary small {
    font-size: 13px;
    color: var(--_soft);
  }
  summary svg:last-child {
    width: 16px;
    color: var(--_soft);
    transition: rotate 0.15s;
  }
  [open] > summary svg:last-child {
    rotate: 180deg;
  }
  ul {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 4px 14px 16px;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 12px;
  }
  li > div {
    display: grid;
    gap: 3px;
    overflow-wrap: anywhere;
  }
  li b {
    font-weight: 500;
  }
  li span {
    color: var(--_soft);
    font-size: 13px;
  }
  li .advice {
    color: var(--_text);
  }
  li .owner {
    margin-block-start: 4px;
    padding: 8px 10px;
    border-radius: calc(var(--_radius) - 6px);
    background: var(--_stage);
  }
  li.skipped b {
    color: var(--_soft);
  }
  em {
    font-style: normal;
    font-weight: 600;
  }
  .ok > svg:first-child {
    color: var(--_talk);
  }
  .warning > svg:first-child {
    color: var(--_warn);
  }
  .failed > svg:first-child {
    color: var(--_bad-text);
  }
  .skipped > svg:first-child {
    color: var(--_soft);
  }
  .spinner {
    width: 16px;
    height: 16px;
    margin: 2px;
    flex: none;
    border: 2px solid var(--_line);
    border-block-start-color: var(--_text);
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    position: sticky;
    inset-block-end: -20px;
    margin: 6px -4px -20px;
    padding: 10px 4px 20px;
    background: var(--_stage);
  }
  .acts button {
    flex: 1 1 auto;
    min-height: 44px;
    padding: 8px 16px;
    border-radius: 14px;
    background: var(--_raised);
    font-weight: 600;
  }
  .acts button:hover {
    background: color-mix(in srgb, var(--_raised), var(--_lift) 9%);
  }
  .acts .main {
    background: var(--_talk);
  }
  .acts .main:hover {
    background: color-mix(in srgb, var(--_talk), var(--_lift) 14%);
  }
  .acts button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  @container (max-width: 480px) {
    :host {
      padding: 14px 12px;
    }
    .acts {
      inset-block-end: -14px;
      margin-block-end: -14px;
      padding-block-end: 14px;
    }
  }
  @container (max-height: 320px) {
    h2 {
      display: none;
    }
    .acts {
      position: static;
    }
  }
`;
