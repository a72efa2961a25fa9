/** What browsers have agreed on for sound, which is what makes it last where a network loses much. */
import type { Guest } from '../rig/guest.js';
import { expect, test } from '../rig/test.js';

test('sound without repair would be the first to suffer: FEC and DTX are wished for both ways, and RED is agreed on', async ({
  enter,
}) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  for (const guest of [ann, ben]) {
    const wishes = await wishesAt(guest);
    expect(wishes).toContain('useinbandfec=1');
    expect(wishes).toContain('usedtx=1');
    expect(await codecsAt(guest)).toContain('red');
  }
});

/** What the other end wants of the Opus that it gets. */
const wishesAt = ({ page }: Guest): Promise<string[]> =>
  page.evaluate(() => {
    const sdp = window.peerConnections[0]?.remoteDescription?.sdp ?? '';
    const payload = /^a=rtpmap:(\d+) opus\//m.exec(sdp)?.[1];
    return (new RegExp(`^a=fmtp:${payload} (.*)$`, 'm').exec(sdp)?.[1] ?? '').trim().split(';');
  });

/** Codecs that the other end takes sound in. */
const codecsAt = ({ page }: Guest): Promise<string[]> =>
  page.evaluate(() => {
    const sdp = window.peerConnections[0]?.remoteDescription?.sdp ?? '';
    return [...sdp.matchAll(/^a=rtpmap:\d+ ([^/]+)\/48000/gm)].map(([, name = '']) => name);
  });
