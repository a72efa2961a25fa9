import { expect, test } from './rig/test.js';

const ROUNDS = 50;

test('both sides offer at the same moment fifty times and the link never sticks', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  const guests = [ann, ben];
  for (let round = 0; round < ROUNDS; round += 1) {
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
  const collisions = await Promise.all(
    guests.map((guest) =>
      guest.page.evaluate(
        () =>
          document
            .querySelector('video-room')
            ?.debug.entries()
            .filter(({ text }) => text === 'both offered at once').length ?? 0,
      ),
    ),
  );
  expect(Math.max(...collisions), 'rounds in which the offers really collided').toBeGreaterThan(ROUNDS / 2);
  for (const guest of guests) {
    await guest.expectPicturesMove();
    expect(await guest.openPeerConnections()).toBe(1);
    const sections = await guest.page.evaluate(() => window.peerConnections[0]?.getTransceivers().length);
    expect(sections).toBe(2);
  }
});

declare global {
  interface Window {
    formerUfrag: string | undefined;
  }
}
