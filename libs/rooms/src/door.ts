/** The door of a room: those who wait at it are let in, one or all of them, or sent away. Who may do so is not decided here. */
import type { EventEmitter } from 'node:events';
import type { ParticipantId } from '@video-room/protocol';
import type { Seat } from '@video-room/state';
import { roomFull } from './arrivals.js';
import type { Floor, OpenRoom } from './floor.js';
import type { RoomEvents } from './room-events.js';

export class Door {
  readonly #floor: Floor;
  readonly #events: EventEmitter<RoomEvents>;

  constructor(floor: Floor, events: EventEmitter<RoomEvents>) {
    this.#floor = floor;
    this.#events = events;
  }

  /** Lets somebody in who waits. Throws `room-full`. Nothing happens if nobody of this id waits. */
  admit(room: string, participant: ParticipantId): Promise<void> {
    return this.#floor.alone(room, async () => {
      const state = await this.#floor.open(room);
      const seat = state?.seats.find(({ participant: { id }, admitted }) => id === participant && !admitted);
      if (state && seat && !(await this.#letIn(state, seat))) throw roomFull();
    });
  }

  /**
   * Does with those who wait what the room's access says by now: if it is open, as many come in as there are seats,
   * first come, first served; if it is closed, all are sent away. To be called while nothing else happens in the room.
   */
  async settle(room: OpenRoom): Promise<void> {
    const waiting = room.seats.filter(({ admitted }) => !admitted);
    const { access } = room.room;
    if (access === 'closed' && waiting.length > 0) await this.#sendAway(room, waiting);
    if (access !== 'open') return;
    let state: OpenRoom | undefined = room;
    for (const seat of waiting) state = state && (await this.#letIn(state, seat));
  }

  /** The room as it is then; undefined: there is no free seat. */
  async #letIn(before: OpenRoom, seat: Seat): Promise<OpenRoom | undefined> {
    const { name, capacity } = before.room;
    const now = { ...seat, admitted: true };
    if ((await this.#floor.store.takeSeat(name, now, capacity)) === 'full') return undefined;
    const after = { ...before, seats: before.seats.map((other) => (other === seat ? now : other)) };
    const { id } = seat.participant;
    this.#events.emit('admitted', { room: name, participant: id, session: seat.session });
    this.#floor.tell(before, after, { quiet: id });
    return after;
  }

  async #sendAway(before: OpenRoom, waiting: readonly Seat[]): Promise<void> {
    const ids = waiting.map(({ participant }) => participant.id);
    await this.#floor.remove(before, ids, 'removed');
    for (const { session } of waiting) this.#events.emit('unseated', { session });
  }
}
