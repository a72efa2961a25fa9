/** What a guest sends over its first link, as the browser counts it. */
import { expect } from '@playwright/test';
import type { Guest } from './guest.js';

/** The sections of a link, in the order that the protocol fixes: microphone, camera, screen. */
export type Section = '0' | '1' | '2';

export const outbound = (guest: Guest, mid: Section, field: 'frameWidth' | 'bytesSent' | 'framesSent') =>
  guest.page.evaluate(
    async ([section, name]) => {
      const stats = (await window.peerConnections[0]?.getStats()) as ReadonlyMap<string, Record<string, unknown>>;
      const stat = [...stats.values()].find(({ type, mid }) => type === 'outbound-rtp' && mid === section);
      return Number(stat?.[name] ?? 0);
    },
    [mid, field] as const,
  );

/** Waits until some sound has gone out without a picture of that section. */
export async function expectSoundWithout(guest: Guest, mid: Exclude<Section, '0'>): Promise<void> {
  await expect
    .poll(
      async () => {
        const [frames, sound] = [await outbound(guest, mid, 'framesSent'), await outbound(guest, '0', 'bytesSent')];
        await expect.poll(() => outbound(guest, '0', 'bytesSent')).toBeGreaterThan(sound + 2_000);
        return (await outbound(guest, mid, 'framesSent')) - frames;
      },
      { timeout: 30_000 },
    )
    .toBe(0);
}
