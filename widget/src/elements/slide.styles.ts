/** How what stands beside the stage comes in, from its own side: `animation: slide …`, from right to left `slide-back`. */
import { css } from 'lit';

export const slide = css`
  @keyframes slide {
    from {
      translate: 24px;
      opacity: 0;
    }
  }
  @keyframes slide-back {
    from {
      translate: -24px;
      opacity: 0;
    }
  }
`;
