import { expect, test } from './rig/test.js';

const ROUNDS = 50;
/** So often the offers really meet; where the machine lets them meet more rarely, it takes more rounds. */
const COLLISIONS = ROUNDS / 2 + 1;

test('both sides offer at the same moment fifty times or more, and the link never sticks', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  const guests = [ann, ben];
  const collisions = async () => Math.max(...(await Promise.all(guests.map(({ page }) => page.evaluate(collided)))));
  for (let round = 0; round < ROUNDS || (round < 4 * ROUNDS && (await collisions()) < COLLISIONS); round += 1) {
    await Promise.all(
      guests.map((guest) =>
        guest.page.evaluate(() => {
          const [connection] = window.peerConnections;
          window.formerUfrag = /a=ice-ufrag:(.*)/.exec(connection?.currentLocalDescription?.sdp ?? '')?.[1];
          connection?.restartIce();
        }),
      ),
    );
    for (const guest of guests) {
      await guest.page.waitForFunction(() => {
        const [connection] = window.peerConnections;
        const ufrag = /a=ice-ufrag:(.*)/.exec(connection?.currentLocalDescription?.sdp ?? '')?.[1];
        const settled = connection?.signalingState === 'stable' && connection.connectionState === 'connected';
        return settled && ufrag !== window.formerUfrag;
      });
    }
  }
  expect(await collisions(), 'rounds in which the offers really collided').toBeGreaterThanOrEqual(COLLISIONS);
  for (const guest of guests) {
    await guest.expectPicturesMove();
    expect(await guest.openPeerConnections()).toBe(1);
    const sections = await guest.page.evaluate(() => window.peerConnections[0]?.getTransceivers().length);
    expect(sections).toBe(2);
  }
});

/** How often this page's offer met another. */
function collided(): number {
  const entries = document.querySelector('video-room')?.debug.entries() ?? [];
  return entries.filter(({ text }) => text === 'both offered at once').length;
}

declare global {
  interface Window {
    formerUfrag: string | undefined;
  }
}
