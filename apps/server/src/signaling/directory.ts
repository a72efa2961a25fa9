import { Injectable } from '@nestjs/common';
import type { ParticipantId } from '@video-room/protocol';
import type { SignalingSocket } from './signaling-socket.js';

/** Which socket of this process belongs to which participant. Only sockets that have got their `ready` are in it. */
@Injectable()
export class Directory {
  readonly #sockets = new Map<ParticipantId, SignalingSocket>();

  add(socket: SignalingSocket): void {
    this.#sockets.set(socket.data.holder.participant, socket);
  }

  /** Takes the socket out, unless another one has the seat by now. */
  remove(socket: SignalingSocket): void {
    const { participant } = socket.data.holder;
    if (this.#sockets.get(participant) === socket) this.#sockets.delete(participant);
  }

  get(participant: ParticipantId): SignalingSocket | undefined {
    return this.#sockets.get(participant);
  }
}
