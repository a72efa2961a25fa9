/** Very many people at rest in rooms of four: nobody may lose its connection, and each may cost so much memory. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Figure } from '../report/table.js';
import { inTurns } from './contenders.js';
import { Crowd } from './crowd.js';
import { judged, told } from './figures.js';
import type { LoadSettings } from './settings.js';

const PEOPLE = 10_000;
const PER_ROOM = 4;
const ABREAST = 64;
/** The bare server is there for its memory alone. */
const BARE_SECONDS = 5;
const KILOBYTES_PER_SEAT = 12;

export async function measureHold({ holdSeconds, sockets: people = PEOPLE }: LoadSettings): Promise<Figure[]> {
  const { ours, bare } = await inTurns(async (server, { seats }) => {
    const crowd = await Crowd.start();
    try {
      await crowd.invite(server, { prefix: 'earlier', people: 400, perRoom: PER_ROOM, seats });
      await crowd.enter({ abreast: ABREAST });
      await crowd.leave();
      const empty = await server.memory();
      await crowd.invite(server, { prefix: 'hold', people, perRoom: PER_ROOM, seats });
      const { seconds } = await crowd.enter({ abreast: ABREAST });
      const full = await server.memory();
      await server.loopDelay();
      const cpuBefore = await server.cpuUs();
      const held = seats ? holdSeconds : BARE_SECONDS;
      await delay(held * 1000);
      const cpu = ((await server.cpuUs()) - cpuBefore) / held / 1e6;
      const loop = await server.loopDelay();
      const state = await crowd.look();
      await crowd.leave();
      const after = await server.memory();
      return {
        seconds,
        cpu,
        loop,
        lost: people - state.seated + state.losses,
        emptyMb: empty.heapUsed / 1e6,
        leftMb: after.heapUsed / 1e6,
        heapKb: (full.heapUsed - empty.heapUsed) / people / 1000,
        rssKb: (full.rss - empty.rss) / people / 1000,
      };
    } finally {
      crowd.end();
    }
  });
  return [
    judged(`hold: unwanted disconnects, ${people} seated for ${holdSeconds} s`, ours.lost, { bound: 0 }),
    judged('hold: heap per seated participant', ours.heapKb, { bound: KILOBYTES_PER_SEAT, unit: 'kB', digits: 1 }),
    judged('hold: heap after all left, beside before', (ours.leftMb / ours.emptyMb - 1) * 100, {
      bound: 5,
      unit: '% more',
      digits: 1,
    }),
    told('hold: heap before and after', `${ours.emptyMb.toFixed(1)} MB and ${ours.leftMb.toFixed(1)} MB`),
    told('hold: heap per connection, bare', `${bare.heapKb.toFixed(1)} kB`),
    told('hold: RSS each, ours and bare', `${ours.rssKb.toFixed(1)} kB and ${bare.rssKb.toFixed(1)} kB`),
    told('hold: CPU while nobody does anything', `${(ours.cpu * 100).toFixed(1)} % of a core`),
    told('hold: event loop p99', `${ours.loop.p99Ms.toFixed(0)} ms`),
    told('hold: all in after', `${ours.seconds.toFixed(1)} s, bare ${bare.seconds.toFixed(1)} s`),
  ];
}
