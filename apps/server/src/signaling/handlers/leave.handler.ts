import { Injectable } from '@nestjs/common';
import { leaveMessage } from '@video-room/protocol/schemas';
import { Rooms } from '@video-room/rooms';
import { Directory } from '../directory.js';
import { badMessage } from '../error-reply.js';
import { giveUpSeat } from '../give-up-seat.js';
import type { SignalingSocket } from '../signaling-socket.js';
import type { MessageHandler } from './message-handler.js';

/** A participant gives up its seat, for good or perhaps for a moment. Its socket is closed after the answer. */
@Injectable()
export class LeaveHandler implements MessageHandler {
  readonly #rooms: Rooms;
  readonly #directory: Directory;

  constructor(rooms: Rooms, directory: Directory) {
    this.#rooms = rooms;
    this.#directory = directory;
  }

  async handle(socket: SignalingSocket, payload: unknown): Promise<void> {
    const leave = leaveMessage.safeParse(payload);
    if (!leave.success) throw badMessage();
    await giveUpSeat(socket, this.#rooms, this.#directory, leave.data.returning);
    setImmediate(() => socket.disconnect());
  }
}
