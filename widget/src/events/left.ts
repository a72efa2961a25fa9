import type { LeftReason } from '../core/session-state.js';

/**
 * One is no longer in the room. `left`: by oneself. `replaced`: another page took the same seat. `removed`: by somebody
 * who moderates. `room-ended`: for everybody. `token-expired`: the token ended, and there is no other.
 */
export class LeftEvent extends Event {
  constructor(
    readonly reason: LeftReason,
    /** With `removed` and `room-ended`: words of whoever did it. */
    readonly message?: string,
  ) {
    super('left');
  }
}
