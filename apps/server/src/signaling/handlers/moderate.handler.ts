import { Injectable } from '@nestjs/common';
import { ProtocolError, type ModerateMessage, type Speaker } from '@video-room/protocol';
import { moderateMessage } from '@video-room/protocol/schemas';
import { Rooms } from '@video-room/rooms';
import { badMessage } from '../error-reply.js';
import type { SignalingSocket } from '../signaling-socket.js';
import type { MessageHandler } from './message-handler.js';

/** Somebody who moderates does something to others or to the room. What it may, its rights say at this moment. */
@Injectable()
export class ModerateHandler implements MessageHandler {
  readonly #rooms: Rooms;

  constructor(rooms: Rooms) {
    this.#rooms = rooms;
  }

  async handle({ data }: SignalingSocket, payload: unknown): Promise<void> {
    const message = moderateMessage.safeParse(payload);
    if (!message.success) throw badMessage();
    const { room, participant } = data.holder;
    const by = await this.#rooms.presence(room, participant);
    if (!by?.online || !by.admitted || !by.admin) {
      throw new ProtocolError('not-allowed', 'The participant does not moderate this room.');
    }
    const { identity, name } = by;
    if ((await this.#act(room, message.data, { participant, identity, name })) === false) {
      throw new ProtocolError('no-such-participant', 'Nobody of this id is there.');
    }
  }

  /** False: whom it concerns is not there. */
  #act(room: string, message: ModerateMessage, by: Speaker): Promise<boolean | void> {
    const { chair } = this.#rooms;
    switch (message.act) {
      case 'mute':
        return chair.mute(room, message.participant, message.source, by);
      case 'mute-all':
        return chair.muteAll(room, message.source, by);
      case 'ask-to-unmute':
        return chair.askToUnmute(room, message.participant, message.source, by);
      case 'lower-hand':
        return chair.lowerHand(room, message.participant);
      case 'remove':
        return this.#rooms.removeParticipant(room, message.participant, message.message || undefined);
      case 'set-access':
        return this.#rooms.setAccess(room, message.access);
      case 'end':
        return this.#rooms.endRoom(room, message.message || undefined);
    }
  }
}
