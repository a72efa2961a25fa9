/** Calls: what became of requests, and how long people waited for an answer. */
import type { Calls } from '@video-room/calls';
import { CALL_KINDS, type CallState } from '@video-room/protocol';
import { Counter, Histogram, type Registry } from 'prom-client';
import { PREFIX } from './prefix.js';

/** Every way out of ringing. */
const OUTCOMES = ['accepted', 'declined', 'cancelled', 'missed', 'busy', 'failed'] as const satisfies CallState[];

/** In seconds. Most rings end within `RING_SECONDS`; a knock waits for as long as its caller. */
const SETUP_BUCKETS_S = [1, 2, 3, 5, 7.5, 10, 15, 20, 30, 45, 60, 120, 300, 600];

export function countCalls(registers: Registry[], calls: Calls): void {
  const outcomes = new Counter({
    name: `${PREFIX}calls_total`,
    help: 'Requests for calls that are answered or over, by what was asked for and what came of it; each counts once',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  for (const kind of CALL_KINDS) for (const outcome of OUTCOMES) outcomes.inc({ kind, outcome }, 0);

  const elsewhere = new Counter({
    name: `${PREFIX}calls_answered_elsewhere_total`,
    help: 'Devices that were told that another one, or another person, has answered',
    labelNames: ['kind'],
    registers,
  });
  for (const kind of CALL_KINDS) elsewhere.inc({ kind }, 0);

  const setup = new Histogram({
    name: `${PREFIX}call_setup_seconds`,
    help: 'From the request for a call to its being accepted, by what was asked for',
    labelNames: ['kind'],
    buckets: SETUP_BUCKETS_S,
    registers,
  });

  calls.on('decided', ({ kind, state, createdAt, answeredAt = createdAt }) => {
    outcomes.inc({ kind, outcome: state });
    if (state === 'accepted') setup.observe({ kind }, (answeredAt - createdAt) / 1000);
  });
  calls.on('call', ({ call: { kind, state } }) => {
    if (state === 'answered-elsewhere') elsewhere.inc({ kind });
  });
}
