import { css } from 'lit';

export const styles = css`
  :host {
    grid-area: 1 / 1;
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--_stage);
    font: var(--_font);
    color: var(--_text);
  }
  :host([panel]) {
    grid-area: 1 / 2 / span 3;
    width: var(--_panel);
    background: var(--_surface);
    border-inline-start: 1px solid var(--_line);
    animation: slide 0.18s ease-out;
  }
  :host([panel]:dir(rtl)) {
    animation-name: slide-back;
  }
  @container (max-width: 760px) {
    :host([panel]) {
      grid-area: 2 / 1;
      width: auto;
      border: 0;
    }
  }
  .inner {
    display: flex;
    flex-direction: column;
    min-height: 0;
    flex: 1;
    width: min(600px, 100%);
    margin: 0 auto;
    padding: 24px 20px 0;
  }
  :host([panel]) .inner {
    padding: 14px 14px 0;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 40px;
    padding: 0 4px 0 8px;
  }
  h2 {
    flex: 1;
    margin: 0;
    font-size: 20px;
    font-weight: 600;
  }
  :host([panel]) h2 {
    font-size: 15px;
  }
  .switch {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 8px 6px;
    border-radius: 12px;
    background: none;
  }
  ::slotted(vr-outcomes) {
    --_outcome-width: 100%;
    margin: 14px 0 2px;
  }
  ul {
    flex: 1;
    min-height: 0;
    margin: 12px 0 0;
    padding: 0 0 16px;
    list-style: none;
    overflow: auto;
  }
  li {
    display: flex;
    align-items: center;
    gap: 14px;
    min-height: 64px;
    padding: 8px;
    border-radius: 14px;
  }
  li:hover {
    background: color-mix(in srgb, var(--_surface), var(--_lift) 3%);
  }
  vr-face {
    width: 42px;
  }
  .who {
    flex: 1;
    min-width: 0;
    line-height: 1.35;
  }
  .who b {
    display: block;
    width: fit-content;
    max-width: 100%;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .status {
    display: flex;
    align-items: center;
    gap: 7px;
    font-size: 13px;
    color: var(--_soft);
  }
  .status::before {
    content: '';
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--_edge);
  }
  .available::before,
  .together::before,
  .watching::before {
    background: var(--_talk);
  }
  .in-call::before,
  .calling::before,
  .invited::before {
    background: var(--_warn);
  }
  .do-not-disturb::before,
  .on-stage::before {
    background: var(--_bad);
  }
  .away::before {
    background: none;
    box-shadow: inset 0 0 0 2px var(--_edge);
  }
  li button,
  .close {
    flex: none;
    display: grid;
    place-items: center;
    width: 42px;
    height: 42px;
    padding: 0;
    border-radius: 50%;
    background: var(--_raised);
  }
  li button + button {
    margin-inline-start: -6px;
  }
  li button.word {
    width: auto;
    padding: 0 16px;
    border-radius: 12px;
    height: 38px;
    font-weight: 600;
  }
  li button:hover {
    background: color-mix(in srgb, var(--_raised), var(--_lift) 9%);
  }
  li button.main {
    color: var(--_talk);
  }
  .close {
    width: 36px;
    height: 36px;
    background: none;
    color: var(--_soft);
  }
  .close:hover {
    background: var(--_raised);
    color: var(--_text);
  }
  .none {
    flex: 1;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 4px;
    padding: 24px;
    text-align: center;
    color: var(--_soft);
    text-wrap: balance;
  }
  .none b {
    font-weight: 600;
    color: var(--_text);
  }
  @container (max-width: 420px) {
    .inner {
      padding: 14px 10px 0;
    }
    li {
      gap: 10px;
    }
  }
  @container (max-height: 300px) {
    .inner {
      padding-top: 6px;
    }
    ul {
      margin-top: 4px;
    }
  }
`;
