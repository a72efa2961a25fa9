/** Signals between neighbours at a steady rate, and how long each takes from one socket to the other. */
import { setTimeout as delay } from 'node:timers/promises';
import { TRAFFICS } from '../relay/signals.js';
import type { Attendee } from './attendee.js';
import type { Answer, Ask } from './orders.js';
import { startPaced } from './pace.js';

/** Those that arrive later than this are missing. */
const PATIENCE_MS = 3000;

interface Line {
  from: Attendee;
  frames: Buffer[];
  /** When those were sent that have not arrived; a server keeps their order. */
  sentAt: number[];
}

export async function signalPaced(
  crowd: readonly Attendee[],
  { perSecond, seconds }: Ask<'signal'>,
): Promise<Answer<'signal'>> {
  const relayMs: number[] = [];
  const lines = crowd.flatMap((from, index): Line[] => {
    const to = crowd[index % 2 === 0 ? index + 1 : index - 1];
    const link = to && from.links.get(to.id);
    if (!to || (from.ticket.token !== undefined && link === undefined)) return [];
    const line: Line = { from, frames: framesTo(link === undefined ? { to: to.id } : { link }), sentAt: [] };
    to.onSignal = () => relayMs.push(performance.now() - (line.sentAt.shift() ?? NaN));
    return [line];
  });
  const sent = perSecond * seconds;
  await startPaced(perSecond, sent, (index) => {
    const line = lines[index % lines.length];
    const frame = line?.frames[Math.floor(index / lines.length) % line.frames.length];
    if (!line || !frame) throw new Error('nobody has a neighbour');
    line.sentAt.push(performance.now());
    line.from.send(frame);
  });
  const deadline = performance.now() + PATIENCE_MS;
  while (relayMs.length < sent && performance.now() < deadline) await delay(20);
  return { sent, relayMs };
}

/** A description and the candidates that follow it, as browsers send them. */
function framesTo(address: { link: string } | { to: string }): Buffer[] {
  const traffic = TRAFFICS.at(-1);
  if (!traffic) throw new Error('there is no traffic');
  return traffic.signals(address);
}
