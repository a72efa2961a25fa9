import { css } from 'lit';

export const styles = css`
  :host {
    grid-area: 1 / 2 / span 3;
    display: flex;
    flex-direction: column;
    width: var(--_panel);
    min-height: 0;
    background: var(--_surface);
    border-inline-start: 1px solid var(--_line);
    font: var(--_font);
    color: var(--_text);
    animation: slide 0.18s ease-out;
  }
  :host(:dir(rtl)) {
    animation-name: slide-back;
  }
  section {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  header {
    flex: none;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding-block: 9px 3px;
    padding-inline: 18px 9px;
  }
  h2 {
    margin: 0;
    font-size: 15px;
    font-weight: 600;
  }
  h2:focus-visible {
    outline-offset: 4px;
    border-radius: 2px;
  }
  button {
    flex: none;
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    padding: 0;
    border-radius: 50%;
    background: none;
    color: var(--_soft);
  }
  button:hover {
    background: var(--_raised);
    color: var(--_text);
  }
  .body {
    flex: 1;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }
  p {
    margin: 0;
    place-self: center;
    color: var(--_soft);
  }
  /* No room beside the stage: a sheet over it. The bar stays, as one may want to mute or leave. */
  @container (max-width: 760px) {
    :host {
      grid-area: 2 / 1;
      width: auto;
      border: 0;
    }
  }
  @container (max-height: 300px) {
    header {
      padding-block: 1px 0;
    }
  }
`;
