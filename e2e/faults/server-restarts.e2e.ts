/** The server is gone in the middle of a meeting and comes back: pictures do not stop, and everybody is who he was. */
import { inLongRun, isLongRun } from '../../bench/report/long-run.js';
import { Crowd } from '../rig/crowd.js';
import type { Guest } from '../rig/guest.js';
import { addCount, addTimes } from '../rig/measure.js';
import { expect, test } from '../rig/test.js';

/** Two of them in the short run: what four take on a small machine is drawing, which says nothing of the server. */
const ALL_COLOURS = { Ann: 'red', Ben: 'green', Chi: 'blue', Dan: 'yellow' } as const;
const COLOURS = Object.fromEntries(Object.entries(ALL_COLOURS).slice(0, inLongRun(2, 4)));

interface Case {
  signal: 'SIGKILL' | 'SIGTERM';
  /** How long there is no server. */
  seconds: number;
}

const ALL: Case[] = (['SIGKILL', 'SIGTERM'] as const).flatMap((signal) =>
  [2, 20].map((seconds) => ({ signal, seconds })),
);
const CASES = isLongRun ? ALL : ALL.slice(0, 1);

for (const { signal, seconds } of CASES) {
  test(`the server ends by ${signal} and is back after ${seconds} s: pictures never stop, the roster is right again`, async ({
    enter,
    server,
  }) => {
    test.setTimeout(300_000);
    const guests = await Promise.all(
      Object.entries(COLOURS).map(([name, colour]) => enter(name, { colour, identity: name.toLowerCase() })),
    );
    for (const guest of guests) await guest.expectPeople(...Object.keys(COLOURS));
    for (const guest of guests) await expect.poll(async () => (await guest.videos()).length).toBe(guests.length);
    const crowd = await Crowd.enter(server, inLongRun(30, 500));
    try {
      for (const guest of guests) await guest.page.evaluate(watchMeeting);
      await server.stop(signal);
      for (const guest of guests) await guest.expectState('reconnecting');
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      for (const guest of guests) await guest.expectPicturesMove(10);
      await server.start();
      const backAt = Date.now();
      const rightInPages = () => Promise.all(guests.map(rightSince));
      const wrong = async () => {
        const pages = await Promise.all(
          guests.map(({ page }) => page.evaluate(() => (window.rightSince ? [] : [window.roster()]))),
        );
        return [...pages.flat(), ...(await crowd.look()).wrong];
      };
      await expect.poll(wrong, { timeout: 60_000 }).toEqual([]);
      const sinceBack = (at: number | null) => (at ?? NaN) - backAt;
      const [pages, sockets] = [(await rightInPages()).map(sinceBack), (await crowd.look()).rightSince.map(sinceBack)];
      for (const guest of guests) {
        expect(await guest.page.evaluate(() => window.peerConnections.length), 'no link was made anew').toBe(
          guests.length - 1,
        );
        await guest.expectPicturesMove(10);
      }
      const stops = await Promise.all(guests.map(({ page }) => page.evaluate(() => window.longestWithoutPictureMs)));
      const name = `${signal}, back after ${seconds} s, ${guests.length} browsers and ${sockets.length} sockets`;
      addTimes(`${name}: until the roster is right, with the same ids`, [...pages, ...sockets], 5_000);
      addTimes(`${name}: the same, only the browsers`, pages, 5_000);
      addCount(`${name}: longest time in which any picture stood still`, Math.max(...stops) / 1000, { most: 1 }, ' s');
    } finally {
      await crowd.leave();
    }
  });
}

/** Since when a page shows exactly those it showed before, all of them online. */
const rightSince = ({ page }: Guest): Promise<number | null> => page.evaluate(() => window.rightSince ?? null);

/** Notes the longest time any remote picture stood still, and since when the people are those of now. */
function watchMeeting(): void {
  window.longestWithoutPictureMs = 0;
  const room = document.querySelector('video-room');
  const roster = (window.roster = () =>
    [room?.state, ...(room?.participants ?? []).map(({ id, connection }) => `${id} ${connection}`).sort()].join());
  const first = roster();
  const last = new Map<RTCPeerConnection, { frames: number; at: number }>();
  setInterval(() => {
    if (roster() !== first) delete window.rightSince;
    else window.rightSince ??= Date.now();
    for (const connection of window.peerConnections) {
      void connection.getStats().then((report) => {
        const stats = [...(report as ReadonlyMap<string, Record<string, unknown>>).values()];
        const video = stats.find((stat) => stat['type'] === 'inbound-rtp' && stat['kind'] === 'video');
        const [frames, now] = [Number(video?.['framesDecoded'] ?? 0), performance.now()];
        const before = last.get(connection);
        if (before?.frames !== frames) last.set(connection, { frames, at: now });
        else window.longestWithoutPictureMs = Math.max(window.longestWithoutPictureMs, now - before.at);
      });
    }
  }, 100);
}

declare global {
  interface Window {
    longestWithoutPictureMs: number;
    rightSince?: number;
    /** Whom the page shows, and what state it is in. */
    roster: () => string;
  }
}
