/**
 * The design tokens: each `--vr-*` a page may set, with its default, under a private name. Every element includes
 * them, so each also stands alone. And what all elements share.
 */
import { css } from 'lit';

export const tokens = css`
  :host {
    --_stage: var(--vr-stage-color, light-dark(#eceff2, #101316));
    --_surface: var(--vr-surface-color, light-dark(#fff, #191d22));
    --_raised: var(--vr-raised-color, light-dark(#dce1e6, #262d35));
    --_line: var(--vr-line-color, light-dark(#0000001f, #ffffff1f));
    --_text: var(--vr-text-color, light-dark(#171b20, #e9ebee));
    --_soft: var(--vr-soft-text-color, light-dark(#4d5864, #a3adb8));
    --_accent: var(--vr-accent-color, light-dark(#175cb8, #6fb1ff));
    --_on-accent: var(--vr-on-accent-color, light-dark(#fff, #06182e));
    --_talk: var(--vr-speaking-color, light-dark(#0b7a4f, #3ecf8e));
    --_on-talk: var(--vr-on-speaking-color, light-dark(#fff, #05251a));
    --_warn: var(--vr-warning-color, light-dark(#855800, #f2b84b));
    --_on-warn: var(--vr-on-warning-color, light-dark(#fff, #2a1e05));
    --_bad: var(--vr-danger-color, light-dark(#c62f2b, #f0625f));
    --_on-bad: var(--vr-on-danger-color, #fff);
    --_bad-text: var(--vr-danger-text-color, light-dark(#a8201c, #ff8d88));
    --_radius: var(--vr-radius, 14px);
    --_gap: var(--vr-gap, 10px);
    --_control: var(--vr-control-size, 46px);
    --_control-radius: var(--vr-control-radius, 99px);
    --_panel: var(--vr-panel-size, 340px);
    --_font: var(--vr-font, 14px/1.4 Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    /* On pictures, which do not follow the theme. */
    --_tag: var(--vr-tag-color, #0b0d10b8);
    --_on-tag: var(--vr-on-tag-color, #e9ebee);
    --_bad-on-tag: var(--vr-danger-on-tag-color, #ff8d88);
    /* Over the stage: pills, tips. */
    --_float: var(--vr-float-color, light-dark(#fffffff5, #14181cf0));
    --_shade: var(--vr-shadow-color, light-dark(#0003, #0007));
    --_scrim: var(--vr-scrim-color, #0b0d10b8);
    --_edge: var(--vr-edge-color, light-dark(#6b7580, #77818c));
    --_tile: var(--vr-tile-color, linear-gradient(160deg, light-dark(#d3dae1, #232a33), light-dark(#c3ccd5, #171b20)));
    --_initials: var(--vr-initials-color, oklch(0.47 0.065 var(--hue, 260)));
    --_on-initials: var(--vr-on-initials-color, #e9ebee);
    /* What lies under the pointer is mixed with it. */
    --_lift: light-dark(#000, #fff);
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
  /* Where the system chooses the colours, what is pressed or on shows in its colour for that, whatever an element says. */
  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonBorder;
    }
    [aria-pressed='true'],
    [aria-checked='true'],
    :checked:not(option) {
      forced-color-adjust: none;
      background: Highlight !important;
      color: HighlightText !important;
    }
    :is([aria-pressed='true'], [aria-checked='true']) :is(svg, kbd) {
      color: inherit !important;
    }
    [role='switch'] > i {
      outline: 1px solid;
    }
    [role='switch'] > i::after {
      background: ButtonText !important;
    }
    [role='switch'][aria-checked='true'] > i {
      background: Highlight !important;
    }
    [role='switch'][aria-checked='true'] > i::after {
      background: HighlightText !important;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    :host {
      transition: none !important;
      animation: none !important;
    }
  }
`;

/** The properties a page may set that count inside of tiles and bar, for where the page's own do not come in. */
export const PROPERTIES: readonly string[] = [
  ...[...tokens.cssText.matchAll(/var\((--vr-[\w-]+)/g)].map(([, name = '']) => name),
  '--vr-video-fit',
];
