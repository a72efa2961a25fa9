import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    padding: 6px 14px 14px;
    font: var(--_font);
    color: var(--_text);
  }
  .to {
    display: flex;
    align-items: center;
    gap: 4px;
    min-width: 0;
    margin: 0 0 4px 4px;
    font-size: 13px;
    color: var(--_soft);
  }
  select {
    appearance: none;
    min-width: 0;
    max-width: 100%;
    min-height: 28px;
    padding: 2px 22px 2px 6px;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  select:dir(rtl) {
    padding-inline: 6px 22px;
  }
  select:hover {
    background: var(--_raised);
  }
  /* Options are drawn by the system. */
  option {
    background: var(--_surface);
    color: var(--_text);
  }
  .chooser {
    position: relative;
    display: flex;
    min-width: 0;
  }
  .chooser svg {
    position: absolute;
    inset-inline-end: 5px;
    top: 50%;
    translate: 0 -50%;
    width: 14px;
    height: 14px;
    pointer-events: none;
  }
  .box {
    display: flex;
    align-items: flex-end;
    border: 1px solid transparent;
    border-radius: 12px;
    background: var(--_raised);
  }
  .box:focus-within {
    border-color: var(--_accent);
    outline: 1px solid var(--_accent);
  }
  .private .box {
    border-color: var(--_warn);
  }
  textarea {
    flex: 1;
    min-width: 0;
    height: 42px;
    max-height: 148px;
    padding: 11px 0 11px 14px;
    border: 0;
    outline: none;
    resize: none;
    background: none;
    color: inherit;
    font: inherit;
    line-height: 20px;
    overflow-wrap: anywhere;
  }
  textarea:dir(rtl) {
    padding-inline: 14px 0;
  }
  textarea::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  .box button {
    flex: none;
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    margin: 3px;
    padding: 0;
    border-radius: 10px;
    background: none;
    color: var(--_accent);
  }
  .box button:hover {
    background: color-mix(in srgb, var(--_raised), var(--_lift) 9%);
  }
  .box button[aria-disabled='true'] {
    background: none;
    color: var(--_soft);
    cursor: default;
  }
  .box svg:dir(rtl) {
    scale: -1 1;
  }
  p {
    margin: 6px 4px 0;
    font-size: 13px;
    color: var(--_soft);
  }
  p:empty {
    margin: 0;
  }
  p.bad {
    color: var(--_bad-text);
  }
  @container (max-height: 300px) {
    :host {
      padding-block: 2px 6px;
    }
    textarea {
      max-height: 62px;
    }
  }
`;
