/** When the desk of calls, doors and broadcasts is wanted. */
import type { SessionState } from '../../core/session-state.js';

/** Whether the room has calls, a door or a broadcast. */
export const needsDesk = ({ phase, room, admitted, calls }: SessionState): boolean =>
  (phase === 'joined' || phase === 'waiting' || phase === 'reconnecting') &&
  (room?.kind !== 'meeting' || !admitted || calls.size > 0);
