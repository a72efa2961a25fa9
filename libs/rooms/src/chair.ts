/**
 * What whoever chairs a meeting does with others' sources and hands. Whether it may is not decided here. What it does
 * shows in their records; those concerned are told, too, as only they can close a device.
 */
import type { EventEmitter } from 'node:events';
import { ProtocolError, type MediaSource, type ParticipantId, type Speaker } from '@video-room/protocol';
import type { Seat } from '@video-room/state';
import type { Floor } from './floor.js';
import { withChoices } from './rights.js';
import type { RoomEvents } from './room-events.js';

/** Who chairs; undefined: the site's backend. */
type By = Speaker | undefined;

export class Chair {
  readonly #floor: Floor;
  readonly #events: EventEmitter<RoomEvents>;

  constructor(floor: Floor, events: EventEmitter<RoomEvents>) {
    this.#floor = floor;
    this.#events = events;
  }

  /** Switches a source of somebody off. Returns whether the participant is there. */
  async mute(room: string, id: ParticipantId, source: MediaSource, by?: By): Promise<boolean> {
    const muted = await this.#change(room, isThere(id), (seat) => withoutSource(seat, source));
    for (const seat of muted) this.#tell('mute', seat, source, by);
    return muted.length > 0;
  }

  /** Switches a source off for everybody but whoever asks. */
  async muteAll(room: string, source: MediaSource, by?: By): Promise<void> {
    const isMeant = ({ admitted, participant: { id } }: Seat) => admitted && id !== by?.participant;
    const muted = await this.#change(room, isMeant, (seat) => withoutSource(seat, source));
    for (const seat of muted) this.#tell('mute', seat, source, by);
  }

  /** Returns whether the participant is there. Throws `not-allowed` if it may not send that. */
  async askToUnmute(room: string, id: ParticipantId, source: MediaSource, by?: By): Promise<boolean> {
    const [seat] = await this.#change(room, isThere(id), (same) => same);
    if (seat && !this.#tell('ask-to-unmute', seat, source, by)) {
      throw new ProtocolError('not-allowed', 'The participant may not send that.');
    }
    return seat !== undefined;
  }

  /** Returns whether the participant is there. */
  async lowerHand(room: string, id: ParticipantId): Promise<boolean> {
    const lowered = await this.#change(room, isThere(id), ({ participant, ...seat }) => ({
      ...seat,
      participant: withChoices(participant, { ...participant.choices, handRaised: false }, 0),
    }));
    return lowered.length > 0;
  }

  /** The seats that are meant, as they are then. */
  #change(room: string, isMeant: (seat: Seat) => boolean, change: (seat: Seat) => Seat): Promise<Seat[]> {
    return this.#floor.alone(room, async () => {
      const before = await this.#floor.open(room);
      const seats = before && (await this.#floor.change(before, (seat) => (isMeant(seat) ? change(seat) : seat)));
      return seats?.filter(isMeant) ?? [];
    });
  }

  /** Tells somebody who may send that. Returns whether it may. */
  #tell(act: 'mute' | 'ask-to-unmute', { participant }: Seat, source: MediaSource, by: By): boolean {
    if (!participant.rights.publish.includes(source)) return false;
    this.#events.emit('moderated', { to: participant.id, message: { act, source, ...(by && { by }) } });
    return true;
  }
}

const isThere =
  (id: ParticipantId) =>
  ({ admitted, participant }: Seat): boolean =>
    admitted && participant.id === id;

function withoutSource(seat: Seat, source: MediaSource): Seat {
  const { participant } = seat;
  if (!participant.media[source]) return seat;
  return { ...seat, participant: { ...participant, media: { ...participant.media, [source]: false } } };
}
