/** Keeps the keyboard inside the element while what it shows is swapped. */
import type { VrBar } from '../vr-bar/vr-bar.js';
import type { VrNotice } from '../vr-notice/vr-notice.js';

/** Whoever had the focus on what is no longer shown finds it on what came instead, so that keys go on working. */
export async function keepFocus(host: HTMLElement, content: ParentNode): Promise<void> {
  const shown = [...content.querySelectorAll<VrBar | VrNotice>('vr-bar:not([hidden]), vr-notice')];
  await Promise.all(shown.map((element) => element.updateComplete));
  let { activeElement } = host.getRootNode() as Document | ShadowRoot;
  while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
  // What went out of sight keeps the focus for a moment.
  if (!host.matches(':focus-within') || !activeElement?.getClientRects().length) shown.at(-1)?.focus();
}
