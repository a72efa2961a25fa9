import { Inject, Injectable } from '@nestjs/common';
import { ProtocolError } from '@video-room/protocol';
import { reportMessage } from '@video-room/protocol/schemas';
import { Happenings } from '../../metrics/happenings.js';
import { SERVER_SETUP, type ServerSetup } from '../../server-setup.js';
import { badMessage } from '../error-reply.js';
import { MessageRates } from '../message-rates.js';
import type { SignalingSocket } from '../signaling-socket.js';
import type { MessageHandler } from './message-handler.js';

/** A participant's page tells how its links do. From here on nobody knows whose. */
@Injectable()
export class ReportHandler implements MessageHandler {
  readonly #happenings: Happenings;
  readonly #rates: MessageRates;
  readonly #isWanted: boolean;

  constructor(happenings: Happenings, rates: MessageRates, @Inject(SERVER_SETUP) { metrics }: ServerSetup) {
    this.#happenings = happenings;
    this.#rates = rates;
    this.#isWanted = metrics !== undefined;
  }

  handle({ data }: SignalingSocket, payload: unknown): void {
    const report = reportMessage.safeParse(payload);
    if (!report.success) throw badMessage();
    const { admitted, participant } = data.holder;
    if (!this.#isWanted) throw new ProtocolError('not-allowed', 'This server wants no reports.');
    if (!admitted) throw new ProtocolError('not-allowed', 'Whoever waits to be let in has no links.');
    this.#rates.count('report', participant);
    this.#happenings.emit('reported', report.data);
  }
}
