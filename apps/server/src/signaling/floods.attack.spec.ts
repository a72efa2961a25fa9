import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as after } from 'node:timers/promises';
import type { AttackName } from '../../../../bench/flood/attacks.js';
import { Neighbours } from '../../../../bench/flood/neighbours.js';
import { RawClient } from '../../../../bench/relay/raw-client.js';
import { addFigure, inLongRun, isLongRun } from '../../../../bench/report/long-run.js';
import { startFlooded, type FloodedServer } from '../../test/flooded-server.js';

const SECONDS = inLongRun(0.5, 10);
const QUIET_SECONDS = inLongRun(0.2, 5);
const HEALTH_MS = 200;
/** How long memory may take to come back; what is over lives until the server looks for it. */
const MEMORY_PATIENCE_MS = 60_000;

const FLOODS: readonly { attack: AttackName; words: string; seats: number; count: number }[] = [
  { attack: 'events', words: '5,000 events a second from 10 sockets', seats: 10, count: inLongRun(2_000, 5_000) },
  { attack: 'rings', words: '1,000 calls a second from 10 sockets', seats: 10, count: inLongRun(500, 1_000) },
  { attack: 'half-open', words: '5,000 half-open connections', seats: 0, count: inLongRun(150, 5_000) },
  { attack: 'slow-headers', words: '500 heads of requests that never end', seats: 0, count: inLongRun(30, 500) },
  { attack: 'unread', words: '19 seats that do not read', seats: inLongRun(4, 20), count: 0 },
  { attack: 'churn', words: 'coming and going, 50 at a time', seats: 0, count: inLongRun(5, 50) },
  { attack: 'bad-tokens', words: 'bad tokens, 50 at a time', seats: 0, count: inLongRun(5, 50) },
];

describe('floods of strangers', () => {
  let server: FloodedServer;
  beforeEach(async () => {
    server = await startFlooded();
  }, 60_000);
  afterEach(() => server.stop());

  const tokens = (room: string, count: number, kind?: 'call') =>
    Promise.all(Array.from({ length: count }, (_, at) => server.token(room, `${room} ${at}`, kind)));

  it.each(FLOODS)(
    '$attack: neighbours are served, a newcomer gets in, and what was taken comes back',
    async ({ attack, words, seats, count }) => {
      const { port } = server;
      const [first = '', second = ''] = await tokens('neighbours', 2);
      const neighbours = await Neighbours.meet(port, [first, second]);
      const isCall = attack === 'rings';
      const loot = await tokens('attackers', seats, isCall ? 'call' : undefined);
      const called = isCall ? await RawClient.connect(port, loot[0]) : undefined;
      // Once in small before anything is measured, so that what is compared was all used before.
      if (isLongRun) await server.flood({ attack, seconds: 1, count: Math.min(count, 200), tokens: loot });
      const quiet = await neighbours.feel(after(QUIET_SECONDS * 1000));
      const rssBefore = await server.rssBytes();

      const rung = called && firstRing(called);
      const flood = server.flood({ attack, seconds: SECONDS, count, tokens: loot });
      const newcomer = after((SECONDS * 1000) / 2).then(async () =>
        RawClient.connect(port, await server.token('r', 'ann')),
      );
      const [felt, innocent] = await Promise.all([neighbours.feel(flood), newcomer]);

      expect(felt.arrived).toBe(felt.sent);
      await rung;
      await called?.leave();
      await innocent.leave();
      await neighbours.part();
      if (!isLongRun) return;
      addFigure({ name: `${words}: how much`, measured: String(await flood) });
      judge(`${words}: relay p99`, felt.relayP99Ms, 3 * quiet.relayP99Ms, 'ms');
      judge(`${words}: slowest health`, felt.healthMs, HEALTH_MS, 'ms');
      await judgeMemory(words, rssBefore ?? 0);
    },
    180_000,
  );

  async function judgeMemory(words: string, before: number): Promise<void> {
    const until = performance.now() + MEMORY_PATIENCE_MS;
    let now = (await server.rssBytes()) ?? 0;
    while (now > 1.1 * before && performance.now() < until) {
      await after(2000);
      now = (await server.rssBytes()) ?? 0;
    }
    judge(`${words}: memory after, of before`, (100 * now) / before, 110, '%');
  }
});

const firstRing = (called: RawClient): Promise<void> =>
  new Promise((resolve) => {
    called.onPacket = (packet) => packet.toString().startsWith('42["call"') && resolve();
  });

function judge(name: string, measured: number, bound: number, unit: string): void {
  const written = (value: number) => `${value.toFixed(1)} ${unit}`;
  addFigure({ name, measured: written(measured), bound: `at most ${written(bound)}`, met: measured <= bound });
}
