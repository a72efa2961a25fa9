import type { LeftReason } from '../core/session-state.js';

/** One is no longer in the room. `left`: by oneself. `replaced`: another page took the same seat. */
export class LeftEvent extends Event {
  constructor(readonly reason: LeftReason) {
    super('left');
  }
}
