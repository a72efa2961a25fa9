/** Keeps the keyboard inside the element while what it shows is swapped. */
import type { LitElement } from 'lit';

/** Whoever had the focus on what is no longer shown finds it on what came instead, so that keys go on working. */
export async function keepFocus(host: HTMLElement, content: ParentNode): Promise<void> {
  const shown = [
    ...content.querySelectorAll<LitElement>(
      'vr-bar:not([hidden]), vr-notice, vr-prejoin, vr-preflight, vr-waiting, .aside',
    ),
  ];
  // Some are loaded only now.
  await Promise.all(
    shown.map(async (element) => {
      await customElements.whenDefined(element.localName);
      await element.updateComplete;
    }),
  );
  let { activeElement } = host.getRootNode() as Document | ShadowRoot;
  while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
  // What went out of sight keeps the focus for a moment.
  const lost = !activeElement || activeElement === document.body;
  if (lost || !activeElement?.getClientRects().length)
    (shown.find(({ className }) => className) ?? shown.at(-1))?.focus();
}
