/** Shows the phase of the session to style sheets as `:state(joined)` and so on, and names the element. */
import type { SessionPhase } from '../../core/session-state.js';

export class CustomStates {
  readonly #internals: ElementInternals;

  constructor(internals: ElementInternals) {
    this.#internals = internals;
    internals.role = 'region';
    this.show('idle');
  }

  name(label: string): void {
    this.#internals.ariaLabel = label;
  }

  show(phase: SessionPhase): void {
    // Absent in browsers before custom states; the attribute-free styling hook is all they miss.
    const states = this.#internals.states as CustomStateSet | undefined;
    states?.clear();
    try {
      states?.add(phase);
    } catch {
      // Chrome and Edge 90 to 124 know them as `:--joined`.
      states?.add(`--${phase}`);
    }
  }
}
