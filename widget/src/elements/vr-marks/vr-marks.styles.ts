import { css } from 'lit';

export const styles = css`
  :host {
    position: absolute;
    inset: 0;
    overflow: hidden;
    border-radius: inherit;
    pointer-events: none;
    font: var(--_font);
  }
  .hand {
    position: absolute;
    top: var(--hand-top, 10px);
    inset-inline-start: 10px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    min-width: 30px;
    height: 30px;
    padding: 0 6px;
    border-radius: 99px;
    background: var(--_warn);
    color: var(--_on-warn);
    animation: raise 0.25s ease-out;
  }
  .hand svg {
    width: 17px;
    height: 17px;
  }
  .hand b {
    min-width: 8px;
    font-size: 13px;
    font-weight: 600;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  @keyframes raise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  span {
    position: absolute;
    bottom: 10%;
    inset-inline-start: var(--across, 50%);
    margin-inline-start: -0.6em;
    width: 1.2em;
    font:
      clamp(22px, 13cqmin, 52px) / 1.2 'Apple Color Emoji',
      'Segoe UI Emoji',
      'Noto Color Emoji',
      sans-serif;
    text-align: center;
    filter: drop-shadow(0 2px 6px #0007);
    opacity: 0;
    animation: float 3.4s ease-out;
  }
  .lane-1 {
    --across: 62%;
  }
  .lane-2 {
    --across: 38%;
  }
  .lane-3 {
    --across: 72%;
  }
  .lane-4 {
    --across: 28%;
  }
  @keyframes float {
    0% {
      opacity: 0;
      scale: 0.5;
    }
    12% {
      opacity: 1;
      scale: 1;
    }
    70% {
      opacity: 1;
    }
    100% {
      opacity: 0;
      translate: 0 calc(-55cqh);
    }
  }
  @keyframes show {
    8%,
    75% {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    span {
      bottom: 24%;
      animation: show 3.4s linear !important;
    }
  }
  @container (max-width: 150px) or (max-height: 90px) {
    .hand {
      top: var(--hand-top, 6px);
      inset-inline-start: 6px;
      min-width: 24px;
      height: 24px;
      padding: 0 5px;
    }
    .hand svg {
      width: 14px;
      height: 14px;
    }
  }
`;
