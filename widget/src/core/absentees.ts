/**
 * People who were in the room before the server was restarted and whom it does not know yet. Their media goes on, so
 * they stay in the picture, as away, until they come back or their time is up.
 */
import type { Logger } from '@video-room/log';
import type { LinkRecord, ParticipantId, ParticipantRecord, ReadyMessage } from '@video-room/protocol';

/** How long to wait for each, in milliseconds. Longer than any client needs to find the server again. */
const WAIT_MS = 15_000;

export interface RoomKnowledge {
  participants: readonly ParticipantRecord[];
  links: readonly LinkRecord[];
}

export class Absentees {
  readonly #onGone: (id: ParticipantId) => void;
  readonly #log: Logger;
  readonly #timers = new Map<ParticipantId, ReturnType<typeof setTimeout>>();

  /** @param onGone called for each who did not come back in time. */
  constructor(onGone: (id: ParticipantId) => void, log: Logger) {
    this.#onGone = onGone;
    this.#log = log.with({ category: 'timer' });
  }

  /**
   * What is known after a `ready`: what it says and those missing from it who are still waited for.
   * @param before what was known until then.
   * @param restarted whether the server lost its memory in between.
   */
  receive(ready: ReadyMessage, before: RoomKnowledge, restarted: boolean): RoomKnowledge {
    const present = new Set(ready.participants.map(({ id }) => id));
    for (const id of present) this.arrived(id);
    const missing = before.participants.filter(({ id }) => !present.has(id) && (restarted || this.#timers.has(id)));
    for (const { id } of missing) if (!this.#timers.has(id)) this.#wait(id);
    const away = missing.map((participant): ParticipantRecord => ({ ...participant, connection: 'away' }));
    return {
      participants: [...ready.participants, ...away].sort((one, other) => one.joinedAt - other.joinedAt),
      links: [...ready.links, ...before.links.filter(({ peer }) => this.#timers.has(peer))],
    };
  }

  arrived(id: ParticipantId): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #wait(id: ParticipantId): void {
    const log = this.#log.with({ person: id });
    log.debug('timer set', { for: 'coming back', afterMs: WAIT_MS });
    const gone = () => {
      log.debug('timer over', { for: 'coming back' });
      this.#timers.delete(id);
      this.#onGone(id);
    };
    this.#timers.set(id, setTimeout(gone, WAIT_MS));
  }
}
