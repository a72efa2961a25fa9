import { Injectable } from '@nestjs/common';
import { clockMessage } from '@video-room/protocol/schemas';
import { badMessage } from '../error-reply.js';
import type { SignalingSocket } from '../signaling-socket.js';
import type { Answer, MessageHandler } from './message-handler.js';

/** A participant's page compares its clock with the server's, or wants to know whether the server is still there. */
@Injectable()
export class ClockHandler implements MessageHandler {
  handle(_socket: SignalingSocket, payload: unknown): Promise<Answer> {
    if (!clockMessage.safeParse(payload).success) throw badMessage();
    return Promise.resolve({ now: Date.now() });
  }
}
