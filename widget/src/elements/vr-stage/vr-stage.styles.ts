import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    min-width: 0;
    min-height: 0;
  }
  vr-tile {
    position: absolute;
    inset-inline-start: var(--x);
    top: var(--y);
    width: var(--width, 0);
    height: var(--height, 0);
    touch-action: manipulation;
  }
  /* Still heard. */
  .away {
    visibility: hidden;
  }
  .floating {
    z-index: 1;
    box-shadow:
      0 0 0 1px var(--_line),
      0 12px 40px var(--_shade);
  }
`;
