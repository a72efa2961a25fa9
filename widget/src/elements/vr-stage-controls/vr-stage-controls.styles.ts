import { css } from 'lit';

export const styles = css`
  :host {
    position: absolute;
    z-index: 2;
    inset: 0;
    pointer-events: none;
    font: var(--_font);
    color: var(--_text);
  }
  .place {
    position: absolute;
    inset-inline-start: var(--x);
    top: var(--y);
    width: var(--width, 0);
    height: var(--height, 0);
    border-radius: var(--_radius);
    overflow: clip;
    overflow-clip-margin: 4px;
  }
  button {
    pointer-events: auto;
  }
  .round {
    display: grid;
    place-items: center;
    width: 34px;
    height: 34px;
    padding: 0;
    border-radius: 50%;
    background: var(--_tag);
    color: var(--_on-tag);
    transition:
      opacity 0.15s,
      background 0.15s;
  }
  .round:hover {
    background: color-mix(in srgb, var(--_tag), var(--_on-tag) 14%);
  }
  .round svg {
    width: 17px;
    height: 17px;
  }
  .pin,
  .small {
    position: absolute;
    top: 8px;
    inset-inline-end: 8px;
  }
  .small {
    top: 4px;
    inset-inline-end: 4px;
    width: 28px;
    height: 28px;
  }
  .place:not(.near, :focus-within) .pin[aria-pressed='false'],
  .place:not(.near, :hover, :focus-within) .small {
    opacity: 0;
    pointer-events: none;
  }
  .pin[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .handle {
    position: absolute;
    inset: 0;
    width: 100%;
    background: none;
    border-radius: var(--_radius);
    cursor: grab;
    touch-action: none;
  }
  .handle:active {
    cursor: grabbing;
  }
  .handle:focus-visible {
    outline-offset: -3px;
  }
  .show {
    position: absolute;
    inset-block: auto 0;
    inset-inline: auto 0;
    width: 44px;
    height: 44px;
    background: var(--_raised);
    color: var(--_text);
    box-shadow: 0 0 0 1px var(--_line);
  }
  .show:hover {
    background: color-mix(in srgb, var(--_raised), var(--_lift) 9%);
  }
  .show svg {
    width: 20px;
    height: 20px;
  }
  .show[class*='top'] {
    inset-block: 0 auto;
  }
  .show[class*='start'] {
    inset-inline: 0 auto;
  }
  .own-screen {
    container-type: size;
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 10px;
    padding: 8px;
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: inset 0 0 0 1px var(--_line);
    text-align: center;
  }
  .own-screen svg {
    width: 28px;
    height: 28px;
    color: var(--_soft);
  }
  p {
    margin: 0;
    color: var(--_soft);
  }
  .own-screen button {
    padding: 8px 14px;
    border-radius: 12px;
    background: var(--_raised);
    font-weight: 600;
  }
  .own-screen button:hover,
  nav .round:hover {
    background: color-mix(in srgb, var(--_raised), var(--_lift) 9%);
  }
  @container (max-height: 130px) or (max-width: 190px) {
    .own-screen > svg {
      display: none;
    }
    .own-screen p {
      font-size: 13px;
      line-height: 1.25;
    }
    .own-screen button {
      padding: 4px 10px;
    }
  }
  nav {
    position: absolute;
    inset-inline: 0;
    bottom: 0;
    height: 36px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 2px;
  }
  nav span {
    margin: 0 8px;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    color: var(--_soft);
  }
  .arrow {
    background: var(--_raised);
    color: var(--_text);
  }
  .arrow[aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }
  .arrow:dir(rtl) svg {
    scale: -1 1;
  }
  .dot {
    width: 24px;
    height: 24px;
    padding: 0;
    border-radius: 50%;
    background: radial-gradient(circle, var(--_edge) 4px, transparent 4.5px);
  }
  .dot:hover {
    background: radial-gradient(circle, var(--_soft) 5px, transparent 5.5px);
  }
  .dot[aria-current] {
    background: radial-gradient(circle, var(--_text) 5px, transparent 5.5px);
  }
  .dot.speaking:not([aria-current]) {
    background: radial-gradient(circle, var(--_talk) 5px, transparent 5.5px);
  }
  @media (forced-colors: active) {
    .dot {
      background-image: none;
    }
    .dot[aria-current] {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
