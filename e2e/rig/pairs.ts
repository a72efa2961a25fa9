/** Pairs of people in rooms of their own, so that one broken wire gives several answers, and what must stay as it was. */
import type { Guest } from './guest.js';
import { readJournal } from './journal.js';
import { expect, type WireScene } from './wire-scene.js';

/** Ann is behind the wire, Ben outside. */
export type Pair = readonly [ann: Guest, ben: Guest];

/** Ann has muted herself, to see that she stays so; Ben speaks. */
export async function pairsIn(scene: WireScene, room: string, count: number): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let number = 0; number < count; number += 1) pairs.push(await scene.meet(`${room} ${number}`));
  for (const [ann] of pairs) {
    await ann.page.evaluate(() => document.querySelector('video-room')?.toggleMicrophone(false));
  }
  for (const [ann, ben] of pairs) {
    await markTiles(ann);
    await markTiles(ben);
    for (const each of [ann, ben]) {
      await expect.poll(async () => (await each.media('Ann'))?.microphone).toBe(false);
    }
  }
  return pairs;
}

/** What a person goes by: ids, names, switches, and whether the tiles are the ones of the beginning. */
export const sameAsBefore = ([ann, ben]: Pair) => Promise.all([ann, ben].map(asItIs));

const asItIs = ({ page }: Guest) =>
  page.evaluate(() => {
    const room = document.querySelector('video-room');
    const stage = room?.shadowRoot?.querySelector('vr-stage');
    const tiles = [...(stage?.shadowRoot?.querySelectorAll('vr-tile') ?? [])];
    return {
      state: room?.state,
      microphone: room?.microphone,
      people: room?.participants.map(({ id, identity, connection, media }) => ({ id, identity, connection, media })),
      tiles: tiles.map((tile) => [tile.person?.id, tile.dataset['marked']]),
    };
  });

const markTiles = ({ page }: Guest): Promise<void> =>
  page.evaluate(() => {
    const stage = document.querySelector('video-room')?.shadowRoot?.querySelector('vr-stage');
    for (const tile of stage?.shadowRoot?.querySelectorAll('vr-tile') ?? []) tile.dataset['marked'] = 'yes';
  });

/** Waits until something of the kind is in the journal. */
export async function expectAtWork(guest: Guest, what: RegExp): Promise<void> {
  await expect
    .poll(async () => (await readJournal(guest)).entries.some((entry) => what.test(entry.what)), { timeout: 60_000 })
    .toBe(true);
}

/** How long a fault lasts is what the scenario is about. */
export const during = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
