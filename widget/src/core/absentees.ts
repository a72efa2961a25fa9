/**
 * People who were in the room before the server was restarted and whom it does not know yet. Their media goes on, so
 * they stay in the picture, as away, until they come back, or their time is up and their media ends.
 */
import type { Logger } from '@video-room/log';
import type { LinkRecord, ParticipantId, ParticipantRecord, ReadyMessage } from '@video-room/protocol';

/** How long to wait for each, in milliseconds: as long as thousands need who all come back at once. */
const WAIT_MS = 45_000;
/** Then, how often to look whether anything still comes from somebody. */
const LOOK_MS = 5_000;

interface AbsenteesOptions {
  /** Called for each who did not come back in time. */
  onGone: (id: ParticipantId) => void;
  /** Whether their media goes on. */
  isConnected: (id: ParticipantId) => boolean;
  log: Logger;
}

export interface RoomKnowledge {
  participants: readonly ParticipantRecord[];
  links: readonly LinkRecord[];
}

export class Absentees {
  readonly #options: AbsenteesOptions;
  readonly #log: Logger;
  readonly #timers = new Map<ParticipantId, ReturnType<typeof setTimeout>>();

  constructor(options: AbsenteesOptions) {
    this.#options = options;
    this.#log = options.log.with({ category: 'timer' });
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
    for (const { id } of missing) if (!this.#timers.has(id)) this.#wait(id, WAIT_MS);
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

  #wait(id: ParticipantId, afterMs: number): void {
    const log = this.#log.with({ person: id });
    log.debug('timer set', { for: 'coming back', afterMs });
    const gone = () => {
      log.debug('timer over', { for: 'coming back' });
      const { isConnected, onGone } = this.#options;
      if (isConnected(id)) return this.#wait(id, LOOK_MS);
      this.#timers.delete(id);
      onGone(id);
    };
    this.#timers.set(id, setTimeout(gone, afterMs));
  }
}
