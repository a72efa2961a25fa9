import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font: var(--_font);
    color: var(--_text);
  }
  .bar {
    position: relative;
    display: flex;
    justify-content: center;
    align-items: center;
    gap: 8px;
    padding: 12px;
    transition: opacity 0.3s;
  }
  /* Set by whoever keeps the bar within its width. */
  :host([wraps]) .bar {
    flex-wrap: wrap;
  }
  /* Not focus-within: a click leaves the focus on the button, and the bar would never fade again. */
  :host([quiet]) .bar:not(:has(:focus-visible)) {
    opacity: 0;
    pointer-events: none;
  }
  .rule {
    width: 1px;
    height: 24px;
    margin: 0 4px;
    background: var(--_line);
  }
  .holder {
    position: relative;
    display: grid;
  }
  button {
    position: relative;
    width: var(--_fit, var(--_control));
    height: var(--_fit, var(--_control));
    padding: 0;
    border-radius: var(--_control-radius);
    display: grid;
    place-items: center;
    background: var(--_raised);
    transition: background 0.15s;
  }
  button:hover {
    background: color-mix(in srgb, var(--_raised), var(--_lift) 9%);
  }
  button.off {
    background: color-mix(in srgb, var(--_bad), var(--_stage) 84%);
    color: var(--_bad-text);
  }
  button.off:hover {
    background: color-mix(in srgb, var(--_bad), var(--_stage) 76%);
  }
  button.open {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  button.leave {
    width: calc(var(--_fit, var(--_control)) * 1.4);
    background: var(--_bad);
    color: var(--_on-bad);
  }
  button.leave:hover {
    background: color-mix(in srgb, var(--_bad), var(--_lift) 12%);
  }
  .starting svg {
    animation: breathe 0.9s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.35;
    }
  }
  .badge {
    position: absolute;
    top: -3px;
    inset-inline-end: -3px;
    width: 18px;
    height: 18px;
    border-radius: 50%;
    background: var(--_warn);
    color: var(--_on-warn);
    font: 700 13px/18px system-ui;
    text-align: center;
  }
  .dot {
    top: 1px;
    inset-inline-end: 1px;
    width: 12px;
    height: 12px;
    background: var(--_accent);
  }
  .tip {
    position: absolute;
    z-index: 2;
    bottom: calc(100% + 10px);
    left: 50%;
    translate: -50%;
    width: max-content;
    max-width: 220px;
    padding: 6px 10px;
    border-radius: 8px;
    background: var(--_float);
    color: var(--_text);
    box-shadow: 0 6px 24px var(--_shade);
    font-size: 13px;
    line-height: 1.35;
    text-align: center;
    opacity: 0;
    visibility: hidden;
    pointer-events: none;
    transition: opacity 0.12s 0.25s;
  }
  .tip kbd {
    font: inherit;
    color: var(--_soft);
    margin-inline-start: 6px;
  }
  .tip strong {
    display: block;
    font-weight: 600;
  }
  button:hover + .tip,
  button:focus-visible + .tip {
    opacity: 1;
    visibility: visible;
  }
  @media (hover: none) {
    button:hover:not(:focus-visible) + .tip {
      opacity: 0;
      visibility: hidden;
    }
  }
  @container (max-width: 480px) {
    .holder {
      position: static;
    }
    .tip {
      bottom: calc(100% - 4px);
    }
  }
  :host([brief]) .rule,
  :host([brief]) .holder:has([part~='debug-button'], [part~='more-button']) {
    display: none;
  }
  /* It is in the menu, too. */
  @container (max-width: 370px) {
    .holder:has([part~='debug-button']) {
      display: none;
    }
  }
  /* All buttons become smaller before they need a second row; those that are loaded later inherit the size. */
  @container (max-width: 400px) {
    :host([crowded]) .bar {
      --_fit: min(var(--_control), max(34px, 10.5cqw));
      gap: 4px;
    }
  }
  @container (max-width: 440px) {
    :host([crowded]) .holder:has([part~='debug-button']) {
      display: none;
    }
  }
  @container (max-width: 340px) {
    .bar {
      gap: 6px;
    }
    .rule {
      display: none;
    }
  }
  @container (max-width: 300px) {
    .bar {
      --_fit: min(var(--_control), 42px);
      gap: 4px;
      padding-inline: 4px;
    }
    :host([crowded]) .bar {
      --_fit: min(var(--_control), 36px);
    }
  }
  @container (max-height: 300px) {
    .bar {
      padding-block: 6px;
    }
    button {
      width: 40px;
      height: 40px;
    }
    button.leave {
      width: 56px;
    }
  }
  @container (max-width: 260px) or (max-height: 200px) {
    .bar {
      padding-block: 4px;
    }
    .rule,
    .holder:has([part~='debug-button'], [part~='more-button']) {
      display: none;
    }
    button,
    button.leave {
      width: 40px;
      height: 34px;
    }
  }
`;
