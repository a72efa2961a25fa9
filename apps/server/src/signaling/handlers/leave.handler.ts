import { Injectable } from '@nestjs/common';
import { leaveMessage } from '@video-room/protocol/schemas';
import { Rooms } from '@video-room/rooms';
import { Directory } from '../directory.js';
import { badMessage } from '../error-reply.js';
import { audienceOf, type SignalingSocket } from '../signaling-socket.js';
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
    const { data } = socket;
    data.left = true;
    data.links.clear();
    this.#directory.remove(socket);
    await socket.leave(audienceOf(data.holder.room));
    await this.#rooms.leave(data.holder, leave.data.returning);
    setImmediate(() => socket.disconnect());
  }
}
