/** Knows whether the page can be seen, and updates the host when that changes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class VisibilityController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onChange = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get visible(): boolean {
    return !document.hidden;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onChange);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onChange);
  }
}
