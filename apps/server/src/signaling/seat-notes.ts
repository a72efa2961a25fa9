/** Resume keys of seats: what a server that lost its memory must know to give somebody the same seat again. */
import { Injectable } from '@nestjs/common';
import { ApiKeys, issueResumeKey } from '@video-room/auth';
import { Calls } from '@video-room/calls';
import type { SignalingSocket } from './signaling-socket.js';

@Injectable()
export class SeatNotes {
  readonly #keys: ApiKeys;
  readonly #calls: Calls;

  constructor(keys: ApiKeys, calls: Calls) {
    this.#keys = keys;
    this.#calls = calls;
  }

  /** A key for the seat as it is now. */
  async keyOf({ data }: SignalingSocket): Promise<string> {
    const { keyId, identity, holder, token } = data;
    const { room, participant, joinedAt } = holder;
    const calls = await this.#calls.acceptedOf(room, participant);
    const { admitted } = holder;
    const seat = { room, identity, participant, joinedAt, admitted, calls };
    return issueResumeKey(this.#keys, keyId, seat, token.expiresAt);
  }

  async renew(socket: SignalingSocket): Promise<void> {
    socket.emit('seat', { resumeKey: await this.keyOf(socket) });
  }
}
