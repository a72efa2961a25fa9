import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    border-radius: var(--_radius);
    container-type: size;
    font: var(--_font);
    color: var(--_text);
  }
  .tile {
    position: absolute;
    inset: 0;
    overflow: hidden;
    border-radius: inherit;
    background: var(--_tile);
    display: grid;
    place-items: center;
    transition: box-shadow 0.15s;
  }
  .speaking {
    box-shadow:
      0 0 0 2px var(--_stage),
      0 0 0 4px var(--_talk);
  }
  video {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: var(--vr-video-fit, cover);
    opacity: 0;
    transition: filter 0.2s;
  }
  .showing video {
    opacity: 1;
  }
  .mirrored video {
    transform: scaleX(-1);
  }
  .screen video {
    object-fit: contain;
  }
  .interrupted video {
    filter: grayscale(0.6) brightness(0.45);
  }
  .initials {
    width: clamp(40px, 22cqmin, 104px);
    aspect-ratio: 1;
    border-radius: 50%;
    display: grid;
    place-items: center;
    font-size: clamp(15px, 8cqmin, 36px);
    font-weight: 500;
    letter-spacing: 0.02em;
    background: var(--_initials);
    color: var(--_on-initials);
  }
  .showing .initials {
    display: none;
  }
  .interrupted .initials {
    opacity: 0.5;
  }
  slot {
    position: absolute;
    inset: 0;
    display: block;
    pointer-events: none;
  }
  .tag,
  .status {
    position: absolute;
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 4px 10px;
    border-radius: 99px;
    background: var(--_tag);
    color: var(--_on-tag);
    font-size: 13px;
    line-height: 18px;
  }
  .tag {
    inset-inline-start: 10px;
    bottom: 10px;
    max-width: calc(100% - 20px);
    color-scheme: dark;
    font-weight: 500;
  }
  .tag svg {
    width: 14px;
    height: 14px;
    color: var(--_bad-on-tag);
  }
  .tag b {
    font-weight: inherit;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tag span {
    color: color-mix(in srgb, var(--_on-tag), transparent 20%);
    font-weight: 400;
  }
  .status {
    top: 10px;
    inset-inline-start: 10px;
  }
  .status::before {
    content: '';
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--_on-tag);
    animation: breathe 1.4s 0.6s ease-in-out infinite alternate;
  }
  .interrupted .status::before {
    background: var(--_warn);
  }
  .failed .status::before {
    background: var(--_bad);
    animation: none;
  }
  .status ~ * {
    --hand-top: 44px;
  }
  @keyframes breathe {
    to {
      opacity: 0.25;
    }
  }
  @container (max-width: 150px) or (max-height: 90px) {
    .tag b,
    .tag span {
      display: none;
    }
    .tag {
      padding: 5px;
      inset-inline-start: 6px;
      bottom: 6px;
    }
    .tag:not(:has(svg, vr-quality)) {
      display: none;
    }
    .status {
      top: 6px;
      inset-inline: 6px;
      justify-content: center;
      padding-inline: 4px;
    }
  }
  @media (forced-colors: active) {
    .tile {
      border: 1px solid CanvasText;
    }
    .speaking {
      outline: 3px solid Highlight;
    }
    .tag svg {
      color: CanvasText;
    }
  }
`;
