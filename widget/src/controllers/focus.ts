/** Where the keyboard is, and giving it back. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const FIELDS = 'input, textarea, select, [role=textbox], [role=searchbox], [role=combobox]';

/** Where the keyboard is on the page, also inside shadow roots. */
export function deepFocus(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
  return activeElement;
}

/** Whether somebody writes there. */
export const isTyping = (target: EventTarget | null | undefined): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELDS));

/** For what takes the focus while it is there: whoever was elsewhere on the page is there again afterwards. */
export class FocusReturn implements ReactiveController {
  #before: Element | null = null;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#before = deepFocus();
  }

  hostDisconnected(): void {
    const lost = !document.activeElement || document.activeElement === document.body;
    if (lost && this.#before instanceof HTMLElement) this.#before.focus();
  }
}
