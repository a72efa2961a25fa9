import { Injectable } from '@nestjs/common';
import { updateMessage } from '@video-room/protocol/schemas';
import { Rooms } from '@video-room/rooms';
import { badMessage } from '../error-reply.js';
import type { SignalingSocket } from '../signaling-socket.js';
import type { MessageHandler } from './message-handler.js';

/** A participant changes its name or what it says it is sending. */
@Injectable()
export class UpdateHandler implements MessageHandler {
  readonly #rooms: Rooms;

  constructor(rooms: Rooms) {
    this.#rooms = rooms;
  }

  handle(socket: SignalingSocket, payload: unknown): Promise<void> {
    const update = updateMessage.safeParse(payload);
    if (!update.success) throw badMessage();
    return this.#rooms.update(socket.data.holder, update.data);
  }
}
