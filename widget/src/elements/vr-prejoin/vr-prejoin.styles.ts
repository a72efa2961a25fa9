import { css } from 'lit';

export const styles = css`
  .sheet {
    display: grid;
    gap: 18px 28px;
    width: min(420px, 100%);
  }
  .side {
    display: grid;
    align-content: start;
    gap: 14px;
  }
  .preview {
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 10;
    max-height: 46cqh;
    width: 100%;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_soft);
  }
  .preview.unasked {
    aspect-ratio: auto;
    max-height: none;
    min-height: 180px;
    place-content: center;
    justify-items: center;
    padding: 24px 20px;
    border: 1px solid var(--_line);
    text-align: center;
  }
  .preview b {
    color: var(--_text);
    font-size: 16px;
    font-weight: 600;
    text-wrap: balance;
  }
  .narrow p {
    text-align: center;
  }
  .allow {
    min-height: 44px;
    margin-top: 16px;
    padding: 8px 18px;
    border-radius: 12px;
    background: var(--_raised);
    color: var(--_text);
    font-weight: 600;
  }
  .allow:hover {
    background: color-mix(in srgb, var(--_raised), var(--_lift) 9%);
  }
  video {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .mirrored {
    transform: scaleX(-1);
  }
  .switches {
    position: absolute;
    bottom: 12px;
    display: flex;
    gap: 10px;
  }
  .switches button {
    width: 46px;
    height: 46px;
    padding: 0;
    border-radius: 50%;
    display: grid;
    place-items: center;
    background: var(--_tag);
    color: var(--_on-tag);
  }
  .switches button:hover {
    background: color-mix(in srgb, var(--_tag), var(--_on-tag) 14%);
  }
  .switches button[aria-pressed='false'] {
    background: var(--_bad);
    color: var(--_on-bad);
  }
  .main {
    height: 48px;
    border-radius: 14px;
  }
  .check {
    min-height: 32px;
    padding: 4px 12px;
    justify-self: center;
    border-radius: 10px;
    background: none;
    color: var(--_soft);
  }
  .check:hover {
    color: var(--_text);
    text-decoration: underline;
  }
  @container (min-width: 700px) and (min-height: 320px) {
    .sheet:not(.narrow) {
      grid-template-columns: minmax(0, 1fr) 320px;
      width: min(max(920px, 50cqw), 1280px, 100%);
    }
    .side {
      align-content: center;
    }
    .sheet:not(.narrow) h2 {
      grid-column: 1 / -1;
    }
    .preview,
    .preview.unasked {
      aspect-ratio: 16 / 10;
      max-height: 70cqh;
      align-self: center;
    }
  }
  /* Of the area above bar and overlay. */
  @container (max-height: 560px) and (max-width: 699px), (max-height: 319px) {
    :host {
      padding: 10px 14px;
    }
    .sheet,
    .side {
      gap: 10px;
    }
    h2,
    .pickers {
      display: none;
    }
    .preview {
      max-height: 38cqh;
    }
  }
  @container (max-height: 300px) {
    .sheet {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.4fr);
      align-items: center;
    }
    .narrow {
      grid-template-columns: 1fr;
    }
    .preview {
      max-height: none;
      min-height: 108px;
    }
    .preview.unasked {
      padding: 8px;
    }
    .check,
    .preview.unasked p,
    .preview b,
    .preview span,
    .trouble {
      display: none;
    }
    .switches {
      bottom: 6px;
    }
    .switches button {
      width: 40px;
      height: 40px;
    }
    .main,
    .allow {
      height: auto;
      min-height: 40px;
      margin: 0;
      padding: 4px 10px;
    }
    input {
      padding-block: 6px;
    }
  }
  @container (max-height: 140px) {
    .preview,
    label {
      display: none;
    }
    .sheet {
      grid-template-columns: 1fr;
    }
  }
`;
