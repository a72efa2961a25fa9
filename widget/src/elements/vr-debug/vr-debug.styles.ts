import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    container-type: inline-size;
    background: var(--_stage);
    color: var(--_text);
    font: var(--_font);
    font-size: 13px;
  }
  .handle {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    top: -4px;
    height: 8px;
    cursor: ns-resize;
    touch-action: none;
  }
  :host([dock='top']) .handle {
    top: auto;
    bottom: -4px;
  }
  :host(:is([dock='start'], [dock='end'])) .handle {
    inset-block: 0;
    inset-inline: -4px auto;
    width: 8px;
    height: auto;
    cursor: ew-resize;
  }
  :host([dock='start']) .handle {
    inset-inline: auto -4px;
  }
  .handle:is(:hover, :focus-visible) {
    background: color-mix(in srgb, var(--_accent), transparent 55%);
    outline: none;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 6px 12px;
    border-bottom: 1px solid var(--_line);
  }
  .tabs,
  .tools {
    display: flex;
  }
  .tabs {
    gap: 2px;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .tabs button {
    height: 32px;
    padding: 0 12px;
    border-radius: 8px;
    background: none;
    color: var(--_soft);
  }
  .tabs button[aria-selected='true'] {
    background: var(--_raised);
    color: var(--_text);
    font-weight: 600;
  }
  .people {
    display: flex;
    gap: 4px;
    min-width: 0;
    margin-inline-start: auto;
    padding: 3px;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .people button {
    flex: none;
    height: 30px;
    max-width: 150px;
    padding: 0 11px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    background: none;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .people button[aria-pressed='true'] {
    background: color-mix(in srgb, var(--_accent), transparent 86%);
    border-color: color-mix(in srgb, var(--_accent), transparent 60%);
    color: light-dark(#0d4c9c, #bcdcff);
  }
  .tools {
    margin-inline-start: auto;
  }
  .people + .tools {
    margin-inline-start: 0;
  }
  .tool {
    width: 32px;
    height: 32px;
    padding: 0;
    display: grid;
    place-items: center;
    border-radius: 8px;
    background: none;
  }
  .tool:hover,
  .tabs button:hover,
  .people button:hover {
    background: var(--_raised);
  }
  .tool[aria-pressed='true'] {
    color: var(--_warn);
  }
  .tool svg {
    width: 16px;
    height: 16px;
  }
  /* It shows the sides of the page. */
  .docks:dir(rtl) svg {
    scale: -1 1;
  }
  .view {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  .view > * {
    flex: 1;
    min-width: 0;
  }
  @container (max-width: 760px) {
    .people {
      order: 1;
      flex: 1 0 100%;
      margin: 0;
    }
    .people + .tools {
      margin-inline-start: auto;
    }
  }
  @container (max-width: 420px) {
    .head {
      padding-inline: 6px;
    }
    .tabs button {
      padding-inline: 8px;
    }
    .tool {
      width: 28px;
    }
  }
`;
