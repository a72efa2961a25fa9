/** Connections: how many there are, how fast people come in, what is passed on between them, what is refused. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { SignalTally } from '../signaling/signal-tally.js';
import type { SocketCounts } from '../signaling/socket-counts.js';
import type { Happenings } from './happenings.js';
import { PREFIX } from './prefix.js';

interface Sources {
  happenings: Happenings;
  counts: SocketCounts;
  tally: SignalTally;
}

/** In seconds. A token is checked and a seat taken in milliseconds; what takes longer waits for others. */
const JOIN_BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function countSockets(registers: Registry[], { happenings, counts, tally }: Sources): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: PREFIX + name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('transports', 'Open transports, with a seat or without one yet', () => counts.transports());
  gauge('sockets', 'Sockets that have a seat', () => counts.sockets());
  gauge('links', 'Open links with at least one end connected to this process', () => counts.links());

  new Counter({
    name: `${PREFIX}signals_relayed_total`,
    help: 'Descriptions, candidates and view sizes passed on between the ends of links',
    labelNames: ['kind'],
    registers,
    collect() {
      // It is counted where it happens, as plain numbers, and only written down here.
      this.reset();
      for (const [kind, count] of Object.entries(tally.relayed)) this.inc({ kind }, count);
    },
  });

  const refusals = new Counter({
    name: `${PREFIX}refusals_total`,
    help: 'What was refused: connects and messages of sockets, and REST requests, by error code',
    labelNames: ['at', 'code'],
    registers,
  });
  happenings.on('refused', (at, code) => refusals.inc({ at, code }));

  const joins = new Histogram({
    name: `${PREFIX}join_seconds`,
    help: 'From the CONNECT packet of a socket to its first ready, by kind of room',
    labelNames: ['room_kind'],
    buckets: JOIN_BUCKETS_S,
    registers,
  });
  happenings.on('welcomed', ({ kind, afterMs }) => joins.observe({ room_kind: kind }, afterMs / 1000));
}
