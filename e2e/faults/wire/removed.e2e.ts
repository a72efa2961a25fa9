/** Whoever is removed is neither seen nor heard any more, whatever his page does about it, and however his media came. */
import type { Page } from '@playwright/test';
import { inLongRun } from '../../../bench/report/long-run.js';
import { UDP } from '../../rig/broken-network.js';
import type { Guest } from '../../rig/guest.js';
import { addTimes } from '../../rig/measure.js';
import { expect, test } from '../../rig/wire-scene.js';

/** A page that takes no goodbye: it hears nothing of its server any more, and ends none of its connections. */
async function ignoreGoodbyes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    RTCPeerConnection.prototype.close = () => undefined;
  });
  let isDeaf = false;
  await page.routeWebSocket(/socket\.io/, (client) => {
    const server = client.connectToServer();
    server.onMessage((frame) => {
      isDeaf ||= String(frame).includes('"goodbye"');
      if (!isDeaf) client.send(frame);
    });
    server.onClose(() => undefined);
  });
}

for (const path of ['straight', 'by a relay']) {
  test(`somebody is removed whose page goes on sending ${path}: within two seconds nobody receives it`, async ({
    scene,
    room,
  }) => {
    test.setTimeout(300_000);
    const times: number[] = [];
    for (let round = 0; round < inLongRun(1, 5); round += 1) {
      if (path === 'by a relay') scene.network.drop(UDP);
      const place = `${room} ${round}`;
      const ann = await scene.enter('outside', 'Ann', { room: place, grants: { role: 'moderator' } });
      const chi = await scene.enter('outside', 'Chi', { room: place });
      const ben = await scene.enter('behind', 'Ben', { room: place, prepare: ignoreGoodbyes });
      for (const each of [ann, chi]) await expect.poll(() => framesFrom(each)).toBeGreaterThan(20);
      for (const each of [ann, chi]) await each.page.evaluate(noteWhatArrives);
      await ann.moderate('Ben', 'removeParticipant');
      const removedAt = Date.now();
      for (const each of [ann, chi]) await each.expectPeople('Ann', 'Chi');
      for (const each of [ann, chi]) await expect.poll(() => each.openPeerConnections()).toBe(1);
      // He still tries: what has stopped, the others have stopped.
      expect(await ben.openPeerConnections()).toBe(2);
      for (const each of [ann, chi]) {
        const lastAt = await each.page.evaluate(() => window.lastArrivalAt);
        times.push(Math.max(0, lastAt - removedAt));
      }
      await scene.tidy();
    }
    addTimes(`removed, his page goes on sending ${path}: until the last of it reaches anybody`, times, 2_000);
  });
}

/** Of Ben, who came last. */
async function framesFrom(guest: Guest): Promise<number> {
  await expect.poll(() => guest.openPeerConnections()).toBe(2);
  return (await guest.framesDecoded())[1] ?? 0;
}

/** When the connection that was made last has brought something for the last time. */
function noteWhatArrives(): void {
  const connection = window.peerConnections.at(-1);
  // Pictures have just been seen to come.
  window.lastArrivalAt = Date.now();
  let before = 0;
  const timer = setInterval(() => {
    if (!connection || connection.connectionState === 'closed') return clearInterval(timer);
    void connection.getStats().then((report) => {
      const stats = [...(report as ReadonlyMap<string, Record<string, unknown>>).values()];
      const bytes = stats
        .filter(({ type }) => type === 'inbound-rtp')
        .reduce((sum, stat) => sum + Number(stat['bytesReceived'] ?? 0), 0);
      if (bytes > before) window.lastArrivalAt = Date.now();
      before = bytes;
    });
  }, 50);
}

declare global {
  interface Window {
    lastArrivalAt: number;
  }
}
