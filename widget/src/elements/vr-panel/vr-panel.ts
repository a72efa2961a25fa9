/**
 * A panel beside the stage: a name, a way to close it, and whatever is put in it. Not a dialog: the rest can be used
 * meanwhile. Knows nothing of what it holds, except that it may want the focus.
 */
import { html } from 'lit';
import { panelWords } from '../../text/en-panels.js';
import { define } from '../define.js';
import { line } from '../icons.js';
import { SpeakingElement } from '../speaking-element.js';
import { slide } from '../slide.styles.js';
import { tokens } from '../tokens.styles.js';
import { styles } from './vr-panel.styles.js';

/** Names of the parts, for `exportparts`. */
export const PANEL_PARTS = 'panel, panel-header, panel-title, panel-close';

const closeIcon = line('M18 6 6 18M6 6l12 12');

/**
 * @csspart panel - all of it.
 * @csspart panel-header - the head.
 * @csspart panel-title - what it is called.
 * @csspart panel-close - closes it.
 * @slot - what is in it.
 * @fires panel-close
 */
export class VrPanel extends SpeakingElement {
  static override styles = [tokens, slide, styles];

  static override properties = { label: { attribute: false } };

  label = '';

  /** To where one goes on in what it holds, else to its name. */
  override focus(): void {
    const [content] = this.renderRoot.querySelector('slot')?.assignedElements() ?? [];
    (content as HTMLElement | undefined)?.focus();
    if (!this.matches(':focus-within')) this.renderRoot.querySelector('h2')?.focus();
  }

  override render() {
    return html`<section role="complementary" part="panel" aria-labelledby="title" @keydown=${this.#onKey}>
      <header part="panel-header">
        <h2 part="panel-title" id="title" tabindex="-1">${this.label}</h2>
        <button
          type="button"
          part="panel-close"
          aria-label=${panelWords().close}
          title=${panelWords().close}
          @click=${this.#close}
        >
          ${closeIcon}
        </button>
      </header>
      <div class="body">
        <slot><p role="status">${panelWords().loading}</p></slot>
      </div>
    </section>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    this.#close();
  };

  readonly #close = (): void => {
    this.dispatchEvent(new Event('panel-close'));
  };
}

define('vr-panel', VrPanel);

declare global {
  interface HTMLElementTagNameMap {
    'vr-panel': VrPanel;
  }
}
