/**
 * What every element that shows words is: it is drawn again when the language changes, and keeps its looks when it is moved
 * into another window.
 */
import { LitElement, type CSSResultOrNative } from 'lit';
import { speech } from '../text/words.js';

export class SpeakingElement extends LitElement {
  /** Gives style sheets to an element in another window; known once somebody moves elements there (other-window.ts). */
  static dress: ((root: ShadowRoot, styles: readonly CSSResultOrNative[]) => void) | undefined;

  readonly #redraw = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    speech.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    speech.removeEventListener('change', this.#redraw);
  }

  adoptedCallback(): void {
    if (this.shadowRoot) this.#dress(this.shadowRoot);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this.ownerDocument === document
      ? super.createRenderRoot()
      : this.#dress(this.attachShadow({ mode: 'open' }));
  }

  #dress(root: ShadowRoot): ShadowRoot {
    SpeakingElement.dress?.(root, (this.constructor as typeof LitElement).elementStyles);
    return root;
  }
}
