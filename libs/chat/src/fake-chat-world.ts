/** For tests: a room of people as chat sees it, without rooms. */
import type { ParticipantId, RoomKind } from '@video-room/protocol';
import type { ChatWorld, Person } from './chat-world.js';

export class FakeChatWorld implements ChatWorld {
  roomKind: RoomKind | undefined = 'meeting';
  readonly all: Person[] = [];
  /** Pairs, viewer first, of whom the second is not shown. */
  readonly unseen: [viewer: ParticipantId, other: ParticipantId][] = [];

  add(participant: ParticipantId, change: Partial<Person> = {}): void {
    const standing = { online: true, admitted: true, publishData: true };
    this.all.push({ participant, identity: participant, name: participant.toUpperCase(), ...standing, ...change });
  }

  kind(): Promise<RoomKind | undefined> {
    return Promise.resolve(this.roomKind);
  }

  person(_room: string, participant: ParticipantId): Promise<Person | undefined> {
    return Promise.resolve(this.all.find((person) => person.participant === participant));
  }

  people(): Promise<Person[]> {
    return Promise.resolve(this.all);
  }

  shownTo(_room: string, viewer: ParticipantId): Promise<ParticipantId[]> {
    const isUnseen = (id: ParticipantId) => this.unseen.some(([one, other]) => one === viewer && other === id);
    return Promise.resolve(this.all.map(({ participant }) => participant).filter((id) => !isUnseen(id)));
  }
}
