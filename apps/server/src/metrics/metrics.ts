/** All figures in one place: what each is read from, and the text that Prometheus asks for. */
import { Inject, Injectable } from '@nestjs/common';
import { Calls } from '@video-room/calls';
import type { RoomStore } from '@video-room/state';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { ROOM_STORE } from '../core.module.js';
import { SignalTally } from '../signaling/signal-tally.js';
import { SocketCounts } from '../signaling/socket-counts.js';
import { countCalls } from './call-metrics.js';
import { countReports } from './client-metrics.js';
import { Happenings } from './happenings.js';
import { PREFIX } from './prefix.js';
import { RoomCensus } from './room-census.js';
import { countSockets } from './socket-metrics.js';

@Injectable()
export class Metrics {
  readonly #registry = new Registry();
  readonly #census: RoomCensus;

  constructor(
    happenings: Happenings,
    calls: Calls,
    counts: SocketCounts,
    tally: SignalTally,
    @Inject(ROOM_STORE) store: RoomStore,
  ) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry, prefix: PREFIX });
    countSockets(registers, { happenings, counts, tally });
    countCalls(registers, calls);
    countReports(registers, happenings);
    this.#census = new RoomCensus(registers, store);
  }

  /** Everything as of now. */
  async text(): Promise<string> {
    await this.#census.take();
    return this.#registry.metrics();
  }
}
