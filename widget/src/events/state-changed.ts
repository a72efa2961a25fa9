import type { SessionPhase } from '../core/session-state.js';

/** The element's `state` became another. */
export class StateChangedEvent extends Event {
  constructor(
    readonly state: SessionPhase,
    readonly previous: SessionPhase,
  ) {
    super('state-changed');
  }
}
