import { type Page } from '@playwright/test';
import { FramingSite } from './rig/framing-site.js';
import { expect, test } from './rig/test.js';

declare global {
  interface Window {
    /** The camera is unplugged. @param another whether there is another one. */
    unplugCamera: (another: boolean) => void;
  }
}

/** A browser whose camera can be unplugged, and that has a second one with a blue picture. */
async function withSecondCamera(page: Page) {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    const list = mediaDevices.enumerateDevices.bind(mediaDevices);
    let cameras: string[] | undefined;
    let opened: MediaStreamTrack | undefined;
    const blueCamera = () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [640, 360];
      const context = canvas.getContext('2d')!;
      const paint = () => {
        // As in rig/camera-clip.ts.
        context.fillStyle = 'rgb(50 70 210)';
        context.fillRect(0, 0, 640, 360);
      };
      setInterval(paint, 40);
      paint();
      return canvas.captureStream(25);
    };
    mediaDevices.getUserMedia = async (constraints = {}) => {
      const { deviceId } = typeof constraints.video === 'object' ? constraints.video : {};
      const wanted = (deviceId as { ideal?: string } | undefined)?.ideal;
      const second = constraints.video && (wanted === 'second' || cameras?.join() === 'second');
      if (constraints.video && cameras?.length === 0) throw new DOMException('none', 'NotFoundError');
      const stream = second ? blueCamera() : await open(constraints);
      opened = stream.getVideoTracks()[0] ?? opened;
      return stream;
    };
    mediaDevices.enumerateDevices = async () => {
      const all = await list();
      const others = all.filter(({ kind }) => kind !== 'videoinput');
      const known = cameras ?? [all.find(({ kind }) => kind === 'videoinput')?.deviceId ?? '', 'second'];
      const found = known.map((deviceId) => ({
        kind: 'videoinput',
        deviceId,
        label: `Camera ${deviceId}`,
        groupId: '',
      }));
      return [...others, ...found] as MediaDeviceInfo[];
    };
    window.unplugCamera = (another) => {
      cameras = another ? ['second'] : [];
      opened?.stop();
      opened?.dispatchEvent(new Event('ended'));
      mediaDevices.dispatchEvent(new Event('devicechange'));
    };
  });
}

const NOTE = '[part~="device-note"]';

const negotiations = (page: Page) =>
  page.evaluate(
    () =>
      document
        .querySelector('video-room')
        ?.debug.entries()
        .filter(({ text }) => /^(offer|answer) (made|sent)/.test(text)).length ?? 0,
  );

const FRAMES = [
  { allow: '', says: 'allow="camera; microphone"', microphone: 'off' },
  { allow: 'microphone', says: 'allow="camera"', microphone: 'on' },
];

for (const { allow, says, microphone } of FRAMES) {
  test(`a frame with allow="${allow}" is named, with what it has to allow`, async ({
    openPage,
    server,
    site,
    room,
  }) => {
    const page = await openPage();
    const token = await server.token({ room, identity: 'ann', name: 'Ann' });
    const outer = await FramingSite.start(site.url({ token }), allow);
    try {
      await page.goto(outer.origin);
      const frame = page.frameLocator('iframe');
      await expect(frame.locator(NOTE)).toContainText('This page does not allow');
      await expect(frame.locator(NOTE)).toContainText(says);
      await expect(frame.getByRole('button', { name: 'Try again' })).toHaveCount(0);
      const inside = page.frames()[1]!;
      await expect.poll(() => inside.evaluate(() => document.querySelector('video-room')?.microphone)).toBe(microphone);
      expect(await inside.evaluate(() => document.querySelector('video-room')?.camera)).toBe('off');
    } finally {
      await outer.stop();
    }
  });
}

test('another camera takes the place of one that is unplugged, without negotiating', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green', prepare: withSecondCamera });
  await ann.expectPictures({ Ben: 'green' });
  const before = await negotiations(ann.page);
  await ben.page.evaluate(() => window.unplugCamera(true));
  await ann.expectPictures({ Ben: 'blue' });
  await expect(ben.page.locator(NOTE)).toContainText('Now using');
  expect(await negotiations(ann.page)).toBe(before);
});

test('a camera that is unplugged costs nothing but the picture, until another is plugged in', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green', prepare: withSecondCamera });
  await ann.expectPictures({ Ben: 'green' });
  await ben.page.evaluate(() => window.unplugCamera(false));
  await ann.expectPictures({});
  await expect(ben.page.locator(NOTE)).toContainText('The camera was disconnected');
  expect((await ann.energyDuring(2)) > 0.0005).toBe(true);
  // Another one is plugged in: nobody has to click.
  await ben.page.evaluate(() => window.unplugCamera(true));
  await ann.expectPictures({ Ben: 'blue' });
});

test('another camera changes the other’s picture without negotiating', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green', prepare: withSecondCamera });
  await ann.expectPictures({ Ben: 'green' });
  const before = await negotiations(ann.page);
  await ben.page.getByRole('button', { name: 'Choose devices' }).click();
  await ben.page.getByRole('combobox', { name: 'Camera' }).selectOption({ label: 'Camera second' });
  await ann.expectPictures({ Ben: 'blue' });
  expect(await negotiations(ann.page)).toBe(before);
  expect(await ben.liveTracks()).toBe(1);
});

test('joining keeps what the preview opened', async ({ enter, openPage, server, site, room }) => {
  const ann = await enter('Ann', { colour: 'red' });
  await ann.expectState('joined');
  const page = await openPage('green');
  await page.context().grantPermissions(['camera', 'microphone']);
  const token = await server.token({ room, identity: 'ben', name: 'Ben' });
  await page.goto(site.url({ token, prejoin: '' }));
  const preview = page.locator('vr-prejoin video');
  await expect.poll(() => preview.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  const ids = () => page.evaluate(() => window.deviceTracks.map(({ id, readyState }) => `${id} ${readyState}`));
  const before = await ids();
  await page.getByRole('button', { name: 'Join' }).click();
  await ann.expectPictures({ Ben: 'green' });
  expect(await page.evaluate(() => window.deviceRequests)).toBe(1);
  expect(await ids()).toEqual(before);
});

test('nothing opens before joining where nothing may', async ({ openPage, server, site, room }) => {
  const page = await openPage('green');
  await page.context().grantPermissions(['camera', 'microphone']);
  const token = await server.token({ room, identity: 'ben', settings: { kind: 'call' } });
  await page.goto(site.url({ token, prejoin: '' }));
  await expect(page.getByText('only when a call begins')).toBeVisible();
  expect(await page.evaluate(() => window.deviceRequests)).toBe(0);
});
