/** Tells whether the person has been still for a while: no pointer, key, touch or focus inside the host. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

export class IdleController implements ReactiveController {
  /** Whether nothing has moved for the set time. */
  idle = false;
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #afterMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param afterMs stillness in milliseconds after which `idle` becomes true; default 4000. */
  constructor(host: ReactiveControllerHost & EventTarget, afterMs = 4000) {
    this.#host = host;
    this.#afterMs = afterMs;
    host.addController(this);
  }

  hostConnected(): void {
    for (const sign of SIGNS_OF_LIFE) this.#host.addEventListener(sign, this.#wake, { passive: true });
    this.#wake();
  }

  hostDisconnected(): void {
    for (const sign of SIGNS_OF_LIFE) this.#host.removeEventListener(sign, this.#wake);
    clearTimeout(this.#timer);
  }

  readonly #wake = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(true), this.#afterMs);
    this.#set(false);
  };

  #set(idle: boolean): void {
    if (this.idle === idle) return;
    this.idle = idle;
    this.#host.requestUpdate();
  }
}
