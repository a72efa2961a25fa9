/**
 * Knows the size of its host's content box and its `--_gap`, in CSS pixels, and updates the host when the size changes.
 * Both are read when the browser has just laid out the page: asking at another time makes it do that at once.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class SizeController implements ReactiveController {
  width = 0;
  height = 0;
  gap = 0;
  readonly #host: ReactiveControllerHost & Element;
  #observer: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // That of the window it is in: another one's sleeps while that window is hidden.
    const { ResizeObserver: Observer } = this.#host.ownerDocument.defaultView as Window & typeof globalThis;
    this.#observer = new Observer(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      if (width === this.width && height === this.height) return;
      this.width = width;
      this.height = height;
      this.gap = parseFloat(getComputedStyle(this.#host).getPropertyValue('--_gap')) || 0;
      this.#host.requestUpdate();
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
