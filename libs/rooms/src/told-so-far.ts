/**
 * For tests: what one participant knows from its last `ready` and everything it was told since. Throws at whatever was
 * not news to it.
 */
import { isDeepStrictEqual } from 'node:util';
import type { LinkRecord, ParticipantId, ParticipantRecord, RoomRecord } from '@video-room/protocol';
import type { RoomSnapshot } from './join-request.js';

export class ToldSoFar {
  readonly id: ParticipantId;
  readonly admitted: boolean;
  #room: RoomRecord;
  readonly #participants: Map<ParticipantId, ParticipantRecord>;
  readonly #links: Map<string, LinkRecord>;

  constructor({ room, admitted, you, participants, links }: RoomSnapshot) {
    this.id = you.id;
    this.admitted = admitted;
    this.#room = room;
    this.#participants = new Map(participants.map((participant) => [participant.id, participant]));
    this.#links = new Map(links.map((link) => [link.id, link]));
  }

  room(room: RoomRecord): void {
    this.#room = room;
  }

  participant(participant: ParticipantRecord): void {
    const known = this.#participants.get(participant.id);
    if (isDeepStrictEqual(known, participant)) throw new Error('told of somebody who had not changed');
    if (participant.connection !== 'left') this.#participants.set(participant.id, participant);
    else if (!this.#participants.delete(participant.id)) throw new Error('told that somebody left who was not there');
  }

  link(link: LinkRecord): void {
    const isKnown = this.#links.has(link.id);
    if (link.state === 'open') {
      if (isKnown) throw new Error('told that a link opened that was open');
      this.#links.set(link.id, link);
    } else if (!this.#links.delete(link.id)) throw new Error('told that a link closed that was not open');
  }

  /** To be compared with another one's. */
  get sum() {
    const byId = <Item extends { id: string }>(items: Iterable<Item>) =>
      [...items].sort((one, other) => (one.id < other.id ? -1 : 1));
    return {
      room: this.#room,
      participants: byId(this.#participants.values()),
      links: byId(this.#links.values()),
    };
  }
}
