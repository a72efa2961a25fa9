/** Tells when the pointer goes down outside of what lies over the rest, say a menu, so that it can close. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class OutsidePress implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #onPress: () => void;
  readonly #isMeant: (target: EventTarget) => boolean;

  /** @param isMeant whether that counts as inside, too: the button that opens and closes it. */
  constructor(
    host: ReactiveControllerHost & Element,
    onPress: () => void,
    isMeant: (target: EventTarget) => boolean = () => false,
  ) {
    this.#host = host;
    this.#onPress = onPress;
    this.#isMeant = isMeant;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('pointerdown', this.#onPointerDown);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('pointerdown', this.#onPointerDown);
  }

  readonly #onPointerDown = (event: PointerEvent): void => {
    const inside = event.composedPath().some((target) => target === this.#host || this.#isMeant(target));
    if (!inside) this.#onPress();
  };
}
