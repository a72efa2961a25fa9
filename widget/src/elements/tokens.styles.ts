/**
 * The design tokens: each `--vr-*` a page may set, with its default, under a private name. Every element includes
 * them, so each also stands alone. And what all elements share.
 */
import { css } from 'lit';

export const tokens = css`
  :host {
    --_stage: var(--vr-stage-color, #101316);
    --_surface: var(--vr-surface-color, #191d22);
    --_raised: var(--vr-raised-color, #262d35);
    --_line: var(--vr-line-color, #ffffff1f);
    --_text: var(--vr-text-color, #e9ebee);
    --_soft: var(--vr-soft-text-color, #a3adb8);
    --_accent: var(--vr-accent-color, #6fb1ff);
    --_on-accent: var(--vr-on-accent-color, #06182e);
    --_talk: var(--vr-speaking-color, #3ecf8e);
    --_warn: var(--vr-warning-color, #f2b84b);
    --_bad: var(--vr-danger-color, #f0625f);
    --_on-bad: var(--vr-on-danger-color, #fff);
    --_bad-text: var(--vr-danger-text-color, #ff8d88);
    --_radius: var(--vr-radius, 14px);
    --_gap: var(--vr-gap, 10px);
    --_font: var(--vr-font, 14px/1.4 Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    --_tag: #0b0d10b8;
  }
  *,
  :host {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  svg {
    width: 20px;
    height: 20px;
    display: block;
    flex: none;
  }
  button {
    font: inherit;
    color: inherit;
    border: 0;
    cursor: pointer;
    touch-action: manipulation;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    :host {
      transition: none !important;
      animation: none !important;
    }
  }
`;
