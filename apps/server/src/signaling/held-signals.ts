/**
 * Signals to somebody who is not there right now. They wait in the store and go out after the next `ready`, in the
 * order they came: while any are waiting for a participant, later ones queue up behind them.
 */
import { Inject, Injectable } from '@nestjs/common';
import { LIMITS, ProtocolError, type ParticipantId, type RelayedSignal } from '@video-room/protocol';
import { Turns, type RoomStore } from '@video-room/state';
import { ROOM_STORE } from '../core.module.js';
import { noteAsked } from './candidate-count.js';
import { Directory } from './directory.js';
import { SignalTally } from './signal-tally.js';
import type { SignalingSocket } from './signaling-socket.js';
import { TimelineNotes } from './timeline-notes.js';

const HOLD_LIMITS = { signals: LIMITS.heldSignals, bytes: LIMITS.heldBytes };

@Injectable()
export class HeldSignals {
  readonly #store: RoomStore;
  readonly #directory: Directory;
  readonly #tally: SignalTally;
  readonly #notes: TimelineNotes;
  readonly #turns = new Turns();

  constructor(@Inject(ROOM_STORE) store: RoomStore, directory: Directory, tally: SignalTally, notes: TimelineNotes) {
    this.#store = store;
    this.#directory = directory;
    this.#tally = tally;
    this.#notes = notes;
  }

  /** The participant's socket, if a signal may go straight to it without overtaking another. */
  receiverOf(participant: ParticipantId): SignalingSocket | undefined {
    const socket = this.#directory.get(participant);
    return socket?.data.receiving && !this.#turns.isTaken(participant) ? socket : undefined;
  }

  /** Keeps a signal until the participant is back. Throws `queue-full`. */
  hold(room: string, participant: ParticipantId, signal: RelayedSignal): Promise<void> | void {
    // Said anew once the participant is back.
    if (signal.kind === 'view') return this.#notes.signal('signal dropped', room, signal, participant, 'away');
    return this.#turns.take(participant, async () => {
      const socket = this.#directory.get(participant);
      if (socket?.data.receiving) return this.#pass(socket, signal);
      const isHeld = await this.#store.hold(room, participant, signal, sizeOf(signal), HOLD_LIMITS);
      this.#notes.signal(
        isHeld ? 'signal held' : 'signal dropped',
        room,
        signal,
        participant,
        isHeld ? undefined : 'queue-full',
      );
      if (!isHeld) {
        throw new ProtocolError('queue-full', 'The other side is away and no more signals are kept for it.');
      }
    });
  }

  /** Gives a socket that has got its `ready` what was held for it; from then on it receives directly. */
  deliver(socket: SignalingSocket): Promise<void> {
    const { room, participant } = socket.data.holder;
    return this.#turns.take(participant, async () => {
      if (this.#directory.get(participant) !== socket) return;
      for (const signal of await this.#store.takeHeld(room, participant)) {
        if (socket.data.links.has(signal.link)) this.#pass(socket, signal);
        else this.#notes.signal('signal dropped', room, signal, participant, 'no-such-link');
      }
      socket.data.receiving = true;
    });
  }

  #pass(socket: SignalingSocket, signal: RelayedSignal): void {
    const { room, participant } = socket.data.holder;
    this.#notes.signal('signal relayed', room, signal, participant);
    noteAsked(socket.data.links, signal);
    socket.emit('signal', signal);
    this.#tally.relayed[signal.kind] += 1;
  }
}

/** About how many bytes a signal takes: its strings, and something for the rest. */
const sizeOf = (signal: RelayedSignal): number =>
  200 + ('sdp' in signal ? signal.sdp.length : signal.kind === 'candidate' ? signal.candidate.candidate.length : 0);
