import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    min-width: 0;
    min-height: 0;
  }
  .grid {
    position: absolute;
    inset-block: 0;
    inset-inline: calc(50% - var(--grid-width) / 2);
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-content: center;
    gap: var(--_gap);
  }
  vr-tile {
    width: var(--tile-width);
    height: var(--tile-height);
    flex: none;
  }
  .own {
    order: 1;
  }
  .floating {
    position: absolute;
    z-index: 1;
    inset-inline-end: calc(var(--_gap) / 2 + 10px);
    bottom: 20px;
    width: clamp(84px, 29%, 160px);
    height: auto;
    aspect-ratio: 7 / 10;
    max-height: 45%;
    box-shadow:
      0 0 0 1px #0006,
      0 12px 40px #000a;
  }
`;
