import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    block-size: clamp(320px, 75vh, 860px);
    min-inline-size: 160px;
    overflow: hidden;
    border-radius: var(--vr-outer-radius, 0);
  }
  :host([hidden]) {
    display: none !important;
  }
  /* In the flow and of a size of its own, so that it stands even where the page took all style from the host; and
     nothing of the page's text comes in, except its direction and what hides the element. */
  .frame {
    all: initial;
    display: block;
    position: relative;
    block-size: 100%;
    container-type: size;
    contain-intrinsic-block-size: clamp(320px, 75vh, 860px);
    overflow: hidden;
    border-radius: inherit;
    background: var(--_stage);
    color: var(--_text);
    color-scheme: dark;
    font: var(--_font);
    -webkit-font-smoothing: antialiased;
    visibility: inherit;
    pointer-events: inherit;
  }
  :host([theme='light' i]) .frame {
    color-scheme: light;
  }
  :host([theme='auto' i]) .frame {
    color-scheme: light dark;
  }
  .room {
    height: 100%;
    display: flex;
    flex-direction: column;
  }
  .body {
    position: relative;
    flex: 1;
    min-height: 0;
    display: grid;
    /* Notes where a panel lies over the stage, the stage, the bar. */
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr) auto;
    container-type: size;
  }
  .main {
    grid-area: 2 / 1;
    position: relative;
    display: grid;
    container-type: size;
  }
  .main > *,
  .main vr-notice,
  .main vr-prejoin,
  .connecting,
  ::slotted(:is([slot='idle'], [slot='left'], [slot='failed'], [slot='people'])) {
    grid-area: 1 / 1;
    min-width: 0;
    min-height: 0;
  }
  .connecting {
    z-index: 1;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 14px;
    background: var(--_stage);
    animation: appear 0.25s 0.35s both;
  }
  .spinner {
    width: 34px;
    height: 34px;
    border: 3px solid var(--_line);
    border-top-color: var(--_accent);
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @keyframes turn {
    to {
      rotate: 360deg;
    }
  }
  vr-stage {
    margin: 12px 12px 0;
  }
  vr-stage[concealed] {
    visibility: hidden;
  }
  /* As wide as the stage, not as the element: a panel may stand beside both. */
  vr-bar {
    grid-area: 3 / 1;
    container-type: inline-size;
  }
  vr-bar[hidden] {
    display: none;
  }
  vr-debug {
    flex: none;
    height: var(--_debug-size, 45%);
    min-height: 160px;
    border: solid var(--_line);
    border-width: 1px 0 0;
  }
  .room:has(> vr-debug[dock='top']) {
    flex-direction: column-reverse;
  }
  vr-debug[dock='top'] {
    border-width: 0 0 1px;
  }
  @container (min-width: 700px) {
    .room:has(> vr-debug[dock='end']) {
      flex-direction: row;
    }
    .room:has(> vr-debug[dock='start']) {
      flex-direction: row-reverse;
    }
    vr-debug:is([dock='start'], [dock='end']) {
      width: var(--_debug-size, 45%);
      height: auto;
      min-width: 280px;
      border-width: 0 1px;
    }
  }
  .body:has(vr-notice, vr-prejoin) ~ vr-debug {
    min-height: 0;
    max-height: 50%;
  }
  .pills {
    grid-area: 2 / 1;
    z-index: 2;
    align-self: start;
    margin: 24px clamp(12px, 5cqw, 24px) 0;
    display: grid;
    justify-items: center;
    gap: 8px;
    pointer-events: none;
  }
  ::slotted([slot='empty']) {
    pointer-events: auto;
  }
  .pill {
    gap: 8px;
    padding: 7px 14px;
  }
  .pill:has(button) {
    flex-wrap: wrap;
    justify-content: center;
    gap: 4px 6px;
    padding-inline-end: 6px;
  }
  /* The words take two lines rather than that the last button stands alone in the second. */
  @container (min-width: 340px) {
    .pill:has(button + button) {
      flex-wrap: nowrap;
    }
  }
  .pill.hint {
    display: block;
    padding-block: 9px;
    text-align: center;
  }
  .pill b {
    display: block;
    font-weight: 600;
  }
  .pill.hint span {
    color: var(--_soft);
  }
  button.pill:hover,
  .pill button:hover {
    background: var(--_raised);
  }
  .pill button {
    padding: 4px 10px;
    border-radius: 10px;
    background: none;
    white-space: nowrap;
    color: var(--_accent);
    font-weight: 600;
  }
  .pill button + button {
    color: var(--_soft);
  }
  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--_warn);
    animation: breathe 1.1s ease-in-out infinite alternate;
  }
  .live {
    background: var(--_bad);
  }
  .still {
    background: var(--_soft);
    animation: none;
  }
  .aside {
    pointer-events: auto;
  }
  .over {
    grid-area: 2 / 1;
    position: absolute;
    z-index: 1;
    inset: 0;
  }
  @keyframes breathe {
    to {
      opacity: 0.25;
    }
  }
  @container (max-width: 560px) or (max-height: 420px) {
    vr-debug {
      min-height: 72%;
    }
  }
  /* There the panel lies over the stage, which is not to be reached behind it. */
  @container (max-width: 760px) {
    .body:has(> vr-panel, > vr-people) .main {
      visibility: hidden;
    }
    .body:has(> vr-panel, > vr-people) .pills {
      grid-area: 1 / 1;
      margin: 4px 12px 0;
    }
    .body:has(> vr-panel, > vr-people) :is(.hint, slot[name='empty']) {
      display: none;
    }
  }
  @container (max-height: 300px) {
    vr-stage {
      margin: 6px 6px 0;
    }
    .pills {
      margin-top: 10px;
    }
    .pill.hint {
      padding-block: 3px;
    }
    .pill.hint span {
      display: none;
    }
  }
`;
