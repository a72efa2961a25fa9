/**
 * What came of letting in, or declining, several people at once: the list of them goes with the last, so it is said then.
 * Counts what the server says, not what was asked: others who moderate may be faster, and people go away.
 */
import type { CallId } from '@video-room/protocol';
import type { SessionState } from '../../core/session-state.js';
import { callWords } from '../../text/en-calls.js';
import type { Outcome } from './outcomes.js';
import { ownRecord } from './own-calls.js';

export class DoorTally {
  #asked: readonly CallId[] = [];
  #accept = false;

  /** Several were answered alike. Of one alone, the list says enough. */
  ask(calls: readonly CallId[], accept: boolean): void {
    this.#asked = calls.length > 1 ? calls : [];
    this.#accept = accept;
  }

  /** Once, when none of them waits any more; undefined also if one had no part in it. */
  result(state: SessionState): Outcome | undefined {
    const asked = this.#asked.map((id) => state.calls.get(id));
    if (asked.length === 0 || asked.some((call) => call?.state === 'ringing')) return undefined;
    this.#asked = [];
    const own = ownRecord(state)?.identity;
    const answered = this.#accept ? 'accepted' : 'declined';
    const count = asked.filter((call) => call?.state === answered && call.callee?.identity === own).length;
    const { admitted, declined } = callWords().doorOutcome;
    return count > 0 ? { id: 'door', text: (this.#accept ? admitted : declined)(count), door: true } : undefined;
  }
}
