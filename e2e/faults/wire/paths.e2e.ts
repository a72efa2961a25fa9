/** The way between two people, or that to the server, is lost while the other goes on: another is found, and nobody is told twice. */
import { inLongRun, isLongRun } from '../../../bench/report/long-run.js';
import { TCP, UDP } from '../../rig/broken-network.js';
import type { Guest } from '../../rig/guest.js';
import { longestWithout, msUntil, readJournal, startJournal } from '../../rig/journal.js';
import { addCount, addTimes } from '../../rig/measure.js';
import { during, expectAtWork, pairsIn, sameAsBefore, type Pair } from '../../rig/pairs.js';
import { expectRelayed, expiryOf } from '../../rig/relayed-call.js';
import { expect, test, type WireScene } from '../../rig/wire-scene.js';

/** What can be seen of the other person. */
const AT_TILE = /^tile|^joined|^left|^connection/;
/** Of credentials for relays. */
const SHORT_LIFE_SECONDS = 20;

test('another address in mid-call: ICE starts anew, and the picture is soon there again', async ({ scene, room }) => {
  test.setTimeout(600_000);
  // One at a time: what two wait for on two cores is the processor.
  const [pair] = (await pairsIn(scene, room, 1)) as [Pair];
  const gaps: number[] = [];
  for (let round = 0; round < inLongRun(1, 20); round += 1) {
    const before = await sameAsBefore(pair);
    for (const guest of pair) await startJournal(guest);
    await during(300);
    const credentials = await iceCredentials(pair[0]);
    const changedAt = Date.now();
    scene.network.changeAddress();
    await expect.poll(() => iceCredentials(pair[0])).not.toEqual(credentials);
    for (const guest of pair) await guest.expectPicturesMove(20);
    for (const guest of pair) gaps.push(longestWithout(await readJournal(guest), 'frames', changedAt));
    await expect.poll(() => sameAsBefore(pair), { timeout: 60_000 }).toEqual(before);
  }
  addTimes('another address: longest time without a picture', gaps, 3_000);
});

if (isLongRun)
  test('a call over a relay alone outlives its credentials three times, and then moves to another address', async ({
    scene,
    room,
  }) => {
    test.setTimeout(300_000);
    await scene.restartServer({ TURN_TTL: String(SHORT_LIFE_SECONDS) });
    const grants = { settings: { relayOnly: true } };
    const guests = [
      await scene.enter('behind', 'Ann', { room, grants }),
      await scene.enter('outside', 'Ben', { room, grants }),
    ];
    for (const { page } of guests) await expectRelayed(page);
    const first = await expiryOf(guests[0]!.page);
    const lifetimes = () => (Date.now() / 1000 - first) / SHORT_LIFE_SECONDS + 1;
    await expect.poll(lifetimes, { timeout: 120_000 }).toBeGreaterThan(3);
    for (const guest of guests) await startJournal(guest);
    await during(300);
    const changedAt = Date.now();
    scene.network.changeAddress();
    for (const { page } of guests) {
      await expect.poll(() => expiryOf(page), 'with fresh credentials').toBeGreaterThan(Date.now() / 1000);
    }
    for (const guest of guests) await guest.expectPicturesMove(20);
    for (const { page } of guests) await expectRelayed(page);
    const gaps = await Promise.all(
      guests.map(async (each) => longestWithout(await readJournal(each), 'frames', changedAt)),
    );
    addTimes(
      `another address ${lifetimes().toFixed(1)} lifetimes of its credentials into a relay-only call: longest time without a picture`,
      gaps,
      3_000,
    );
  });

/** What becomes of the network once the call goes over the relay. */
const THEREAFTER = {
  'UDP no longer blocked': { boundMs: 3_000, path: /./, change: ({ network }: WireScene) => network.drop(undefined) },
  'the relay gone, and UDP no longer blocked': {
    boundMs: 8_000,
    path: /^(host|srflx|prflx)/,
    change: ({ network, relayPorts }: WireScene) => network.drop(`th dport { ${relayPorts.join()} }`, 'out'),
  },
} as const;

for (const [thereafter, { boundMs, path, change }] of Object.entries(THEREAFTER)) {
  // A short run takes the one that asks for more.
  if (!isLongRun && thereafter === 'UDP no longer blocked') continue;
  test(`UDP blocked in mid-call: on over the relay, by TCP or TLS; then, ${thereafter}`, async ({ scene, room }) => {
    test.setTimeout(600_000);
    const [blocked, unblocked]: [number[], number[]] = [[], []];
    for (let round = 0; round < inLongRun(1, 5); round += 1) {
      const pairs = await pairsIn(scene, `${room} ${round}`, inLongRun(1, 2));
      for (const guest of pairs.flat()) await startJournal(guest);
      await during(300);
      const blockedAt = Date.now();
      scene.network.drop(UDP);
      for (const [ann] of pairs) await expect.poll(() => pathOf(ann), { timeout: 60_000 }).toMatch(/^relay (tcp|tls)$/);
      for (const guest of pairs.flat()) await guest.expectPicturesMove(10);
      for (const guest of pairs.flat()) blocked.push(longestWithout(await readJournal(guest), 'frames', blockedAt));
      for (const guest of pairs.flat()) await startJournal(guest);
      const changedAt = Date.now();
      change(scene);
      for (const [ann] of pairs) await expect.poll(() => pathOf(ann), { timeout: 60_000 }).toMatch(path);
      for (const guest of pairs.flat()) await guest.expectPicturesMove(20);
      for (const guest of pairs.flat()) unblocked.push(longestWithout(await readJournal(guest), 'frames', changedAt));
      await scene.tidy();
    }
    addTimes(`UDP blocked, before ${thereafter}: until pictures come by the relay over TCP or TLS`, blocked, 8_000);
    addTimes(`${thereafter}: longest time without a picture`, unblocked, boundMs);
  });
}

/** A server learns of a dead connection only by what no longer comes; a page, by what the server no longer says. */
const DEAD = {
  'from him to the server': { ways: ['out'] },
  'either way': { ways: [] },
} as const;

for (const [way, { ways }] of Object.entries(DEAD)) {
  // Which takes the time in which a dead connection is noticed; of the two, a short run takes the one that is noticed at both ends.
  if (!isLongRun && way !== 'either way') continue;
  test(`nothing of TCP passes ${way}: pictures go on, and nothing is said twice`, async ({ scene, room }) => {
    test.setTimeout(600_000);
    const pairs = await pairsIn(scene, room, inLongRun(1, 2));
    const [noticed, back]: [number[], number[]] = [[], []];
    let [changes, stopped] = [0, 0];
    for (let round = 0; round < inLongRun(1, 3); round += 1) {
      const before = await Promise.all(pairs.map(sameAsBefore));
      for (const guest of pairs.flat()) await startJournal(guest);
      await during(300);
      const deadAt = Date.now();
      scene.network.drop(TCP, ...ways);
      for (const [, ben] of pairs) await expectAtWork(ben, /^person away/);
      for (const [ann] of pairs) await expectAtWork(ann, /^state reconnecting/);
      for (const [, ben] of pairs) await say(ben, `round ${round}`);
      scene.network.drop(undefined);
      const backAt = Date.now();
      for (const [index, pair] of pairs.entries()) {
        await expect.poll(() => sameAsBefore(pair), { timeout: 60_000 }).toEqual(before[index]);
        const heard = Array.from({ length: round + 1 }, (_, number) => `Ben: round ${number}`);
        await pair[0].expectMessages(...heard);
        const [inside, outside] = [await readJournal(pair[0]), await readJournal(pair[1])];
        noticed.push(msUntil(outside, deadAt, /^person away/));
        back.push(msUntil(inside, backAt, /^state joined/));
        for (const journal of [inside, outside]) {
          stopped = Math.max(stopped, longestWithout(journal, 'frames', deadAt));
          changes += journal.entries.filter(({ what }) => AT_TILE.test(what)).length;
        }
      }
      for (const guest of pairs.flat()) await guest.expectPicturesMove();
    }
    addTimes(`TCP dead ${way}: until the server noticed`, noticed, 20_000);
    addTimes(`TCP dead ${way}: until he is connected again`, back, 5_000);
    addCount(`TCP dead ${way}: changes at tiles, comings and goings`, changes, { most: 0 });
    addCount(`TCP dead ${way}: longest time without a picture`, stopped / 1000, { most: 1 }, ' s');
    expect(changes).toBe(0);
  });
}

const say = ({ page }: Guest, text: string): Promise<void> =>
  page.evaluate((words) => {
    document.querySelector('video-room')?.sendChat(words);
  }, text);

/** What ICE is known by to the other end; others after each restart. */
const iceCredentials = ({ page }: Guest): Promise<string[]> =>
  page.evaluate(() =>
    window.peerConnections
      .filter(({ connectionState }) => connectionState !== 'closed')
      .map(({ localDescription }) => /^a=ice-ufrag:(.*)$/m.exec(localDescription?.sdp ?? '')?.[1]?.trim() ?? ''),
  );

/** Of the pair of addresses in use: this end's kind, and for a relay how it is reached. */
const pathOf = ({ page }: Guest): Promise<string> =>
  page.evaluate(async () => {
    const connection = window.peerConnections.findLast(({ connectionState }) => connectionState !== 'closed');
    if (!connection) return '';
    const report = (await connection.getStats()) as ReadonlyMap<string, Record<string, string>>;
    const transport = [...report.values()].find(({ type }) => type === 'transport');
    const pair = report.get(transport?.['selectedCandidatePairId'] ?? '');
    const local = report.get(pair?.['localCandidateId'] ?? '');
    return [local?.['candidateType'], local?.['relayProtocol']].filter(Boolean).join(' ');
  });
