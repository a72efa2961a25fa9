import { Injectable } from '@nestjs/common';
import { clockMessage } from '@video-room/protocol/schemas';
import { Timeline } from '@video-room/timeline';
import { badMessage } from '../error-reply.js';
import type { SignalingSocket } from '../signaling-socket.js';
import { checkConsent } from '../timeline-notes.js';
import type { Answer, MessageHandler } from './message-handler.js';

/** A participant's page compares its clock with the server's. */
@Injectable()
export class ClockHandler implements MessageHandler {
  readonly #timeline: Timeline;

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  handle(socket: SignalingSocket, payload: unknown): Promise<Answer> {
    if (!clockMessage.safeParse(payload).success) throw badMessage();
    checkConsent(this.#timeline, socket);
    return Promise.resolve({ now: Date.now() });
  }
}
