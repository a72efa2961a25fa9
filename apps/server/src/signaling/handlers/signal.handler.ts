/**
 * The hot path. Everything it needs is on the socket; while the other end is there it awaits nothing and copies
 * nothing but what the shape check made.
 */
import { Inject, Injectable } from '@nestjs/common';
import { ProtocolError } from '@video-room/protocol';
import { checkSignal } from '@video-room/protocol/schemas';
import { SERVER_LOG, type ServerLog } from '../../log/server-log.js';
import { badMessage } from '../error-reply.js';
import { HeldSignals } from '../held-signals.js';
import { SignalTally } from '../signal-tally.js';
import type { SignalingSocket } from '../signaling-socket.js';
import { SlowReaders } from '../slow-readers.js';
import type { MessageHandler } from './message-handler.js';

@Injectable()
export class SignalHandler implements MessageHandler {
  readonly #held: HeldSignals;
  readonly #slowReaders: SlowReaders;
  readonly #tally: SignalTally;
  readonly #log: ServerLog;
  readonly #isLogged: boolean;

  constructor(held: HeldSignals, slowReaders: SlowReaders, tally: SignalTally, @Inject(SERVER_LOG) log: ServerLog) {
    this.#held = held;
    this.#slowReaders = slowReaders;
    this.#tally = tally;
    this.#log = log;
    this.#isLogged = log.isLevelEnabled('debug');
  }

  handle(socket: SignalingSocket, payload: unknown): void | Promise<void> {
    const signal = checkSignal(payload);
    if (!signal) throw badMessage();
    const { holder, links } = socket.data;
    const peer = links.get(signal.link);
    if (peer === undefined) throw new ProtocolError('no-such-link', 'No such link is open for this participant.');
    const relayed = Object.assign(signal, { from: holder.participant });
    const receiver = this.#held.receiverOf(peer);
    if (this.#isLogged) {
      const { link, seq, kind } = signal;
      this.#log.debug({ signal: `${link}:${seq}`, kind, from: relayed.from, to: peer, held: !receiver }, 'signal');
    }
    if (!receiver) return this.#held.hold(holder.room, peer, relayed);
    receiver.emit('signal', relayed);
    this.#tally.relayed[signal.kind] += 1;
    this.#slowReaders.afterEmit(receiver);
  }
}
