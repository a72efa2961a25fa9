/** A network that loses much, or is narrow: the call stays, sound comes first, and pictures are good again when it is over. */
import { inLongRun, isLongRun } from '../../../bench/report/long-run.js';
import { lossOf, UDP } from '../../rig/broken-network.js';
import { readJournal, startJournal } from '../../rig/journal.js';
import { addCount } from '../../rig/measure.js';
import { during } from '../../rig/pairs.js';
import { flowBetween, received, type Flow } from '../../rig/received.js';
import { expect, test } from '../../rig/wire-scene.js';
import type { Guest } from '../../rig/guest.js';

/** What would have been told of a connection that broke. */
const BROKEN = /^state|^connection|^person|^left|^tile/;

/** Until bandwidth estimation has found its level. */
const SETTLED_MS = 15_000;

// Pictures that want more than there is: else nothing had to give way to sound.
test.use({ clip: { isGrainy: true } });

for (const percent of [10, 20, 30]) {
  // The worst of them says in a short run that a call stays; how well it does takes longer to say.
  if (!isLongRun && percent < 30) continue;
  test(`${percent} of 100 packets are lost on both ways: nothing reconnects, and sound comes first`, async ({
    scene,
    room,
  }) => {
    test.setTimeout(300_000);
    const guests = await scene.meet(room);
    const before = await settled(guests);
    for (const guest of guests) await startJournal(guest);
    // What is lost of TCP, too, makes a connection to the server be given up now and then, which only a long run counts.
    scene.network.drop(isLongRun ? lossOf(percent) : lossOf(percent, UDP));
    const flows = await flowsOver(guests, inLongRun(8_000, 60_000));
    for (const guest of guests) await guest.expectPicturesMove();
    const told = await brokenAt(guests);
    scene.network.drop(undefined);
    const name = `${percent} % loss both ways for 60 s`;
    addCount(`${name}: reconnects and changes of a connection`, told.length, { most: 0 });
    expect(leastKbps(flows)).toBeGreaterThan(0);
    if (!isLongRun) return expect(told).toEqual([]);
    const least = Math.min(...flows.map(({ picturesPerSecond }) => picturesPerSecond));
    const freezes = Math.max(...flows.map(({ freezesPerMinute }) => freezesPerMinute));
    addCount(`${name}: pictures a second`, least, percent === 10 ? { least: 12 } : { least: 1 });
    if (percent === 10) addCount(`${name}: freezes a minute`, freezes, { most: 2 });
    addCount(`${name}: sound made up by the browser`, soundMadeUp(flows), { most: 40 }, ' %');
    await addRecovery(name, guests, before, flows);
    expect(told).toEqual([]);
  });
}

if (isLongRun) {
  test('a bottleneck of 300 kbit/s that queues for 500 ms: the call stays, and is as good as before afterwards', async ({
    scene,
    room,
  }) => {
    test.setTimeout(300_000);
    const guests = await scene.meet(room);
    const before = await settled(guests);
    for (const guest of guests) await startJournal(guest);
    scene.network.narrow({ kbps: 300, queueMs: 500 });
    await during(SETTLED_MS);
    const narrow = await flowsOver(guests, 45_000);
    const told = await brokenAt(guests);
    scene.network.narrow(undefined);
    const name = `300 kbit/s with a queue of 500 ms for 60 s`;
    addCount(`${name}: reconnects and changes of a connection`, told.length, { most: 0 });
    addCount(`${name}: pictures a second`, Math.min(...narrow.map((flow) => flow.picturesPerSecond)), { least: 1 });
    addCount(`${name}: sound made up by the browser`, soundMadeUp(narrow), { most: 40 }, ' %');
    await addRecovery(name, guests, before, narrow);
    expect(told).toEqual([]);
  });
}

/** What arrives at each end once it is as good as it gets; a short run does not ask. */
async function settled(guests: readonly Guest[]): Promise<Flow[]> {
  if (!isLongRun) return [];
  await during(SETTLED_MS);
  return flowsOver(guests, 10_000);
}

/** How long it takes until 80 % of what arrived before the fault arrive again at both ends. */
async function addRecovery(name: string, guests: readonly Guest[], before: Flow[], meanwhile: Flow[]): Promise<void> {
  const openedAt = Date.now();
  const isBack = (flows: Flow[]) => flows.every(({ kbps }, index) => kbps >= 0.8 * (before[index]?.kbps ?? 0));
  while (!isBack(await flowsOver(guests, 2_000)) && Date.now() - openedAt < 60_000);
  addCount(
    `${name}: until 80 % of ${leastKbps(before)} kbit/s are reached again (${leastKbps(meanwhile)} meanwhile)`,
    (Date.now() - openedAt) / 1000,
    { most: 30 },
    ' s',
  );
}

const leastKbps = (flows: readonly Flow[]): number => Math.round(Math.min(...flows.map(({ kbps }) => kbps)));
const soundMadeUp = (flows: readonly Flow[]): number => Math.max(...flows.map((flow) => flow.concealment)) * 100;

async function flowsOver(guests: readonly Guest[], ms: number): Promise<Flow[]> {
  const before = await Promise.all(guests.map(received));
  await during(ms);
  const after = await Promise.all(guests.map(received));
  return after.map((each, index) => flowBetween(before[index] ?? each, each));
}

async function brokenAt(guests: readonly Guest[]): Promise<string[]> {
  const journals = await Promise.all(guests.map(readJournal));
  return journals.flatMap(({ entries }) => entries.map(({ what }) => what).filter((what) => BROKEN.test(what)));
}
