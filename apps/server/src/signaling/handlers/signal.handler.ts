/**
 * The hot path. Everything it needs is on the socket; while the other end is there it awaits nothing and copies
 * nothing but what the shape check made.
 */
import { Injectable } from '@nestjs/common';
import { ProtocolError } from '@video-room/protocol';
import { revealsAddress } from '@video-room/protocol/relay-only';
import { checkSignal } from '@video-room/protocol/schemas';
import { countSignal, noteAsked } from '../candidate-count.js';
import { badMessage } from '../error-reply.js';
import { HeldSignals } from '../held-signals.js';
import { SignalTally } from '../signal-tally.js';
import type { SignalingSocket } from '../signaling-socket.js';
import { SlowReaders } from '../slow-readers.js';
import { TimelineNotes } from '../timeline-notes.js';
import type { MessageHandler } from './message-handler.js';

@Injectable()
export class SignalHandler implements MessageHandler {
  readonly #held: HeldSignals;
  readonly #slowReaders: SlowReaders;
  readonly #tally: SignalTally;
  readonly #notes: TimelineNotes;

  constructor(held: HeldSignals, slowReaders: SlowReaders, tally: SignalTally, notes: TimelineNotes) {
    this.#held = held;
    this.#slowReaders = slowReaders;
    this.#tally = tally;
    this.#notes = notes;
  }

  handle(socket: SignalingSocket, payload: unknown): void | Promise<void> {
    const signal = checkSignal(payload);
    if (!signal) throw badMessage();
    const { holder, links } = socket.data;
    const end = links.get(signal.link);
    const relayed = Object.assign(signal, { from: holder.participant });
    if (!end) {
      this.#notes.signal('signal dropped', holder.room, relayed, undefined, 'no-such-link');
      throw new ProtocolError('no-such-link', 'No such link is open for this participant.');
    }
    countSignal(end, signal);
    const { peer, relayOnly } = end;
    if (relayOnly && revealsAddress(signal)) {
      this.#notes.signal('signal dropped', holder.room, relayed, peer, 'relay-only');
      throw new ProtocolError('relay-only', 'On this link only relayed candidates and no addresses are passed on.');
    }
    const receiver = this.#held.receiverOf(peer);
    if (!receiver) return this.#held.hold(holder.room, peer, relayed);
    // Noted before it can be answered.
    this.#notes.signal('signal relayed', holder.room, relayed, peer);
    noteAsked(receiver.data.links, relayed);
    receiver.emit('signal', relayed);
    this.#tally.relayed[signal.kind] += 1;
    this.#slowReaders.afterEmit(receiver);
  }
}
