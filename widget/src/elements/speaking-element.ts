/** What every element that shows words is: it is drawn again when the language changes. */
import { LitElement } from 'lit';
import { speech } from '../text/words.js';

export class SpeakingElement extends LitElement {
  readonly #redraw = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    speech.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    speech.removeEventListener('change', this.#redraw);
  }
}
