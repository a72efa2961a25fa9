import { beforeEach, describe, expect, it } from '@jest/globals';
import { LogBus, Logger } from '@video-room/log';
import { DEVICE_SOURCES, type DeviceSource } from '@video-room/protocol';
import { FakeDevices } from './fake-devices.js';
import { LocalMedia } from './local-media.js';

const exception = (name: string) => new DOMException('', name);

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("one's own devices", () => {
  let devices: FakeDevices;
  let media: LocalMedia;

  beforeEach(() => {
    devices = new FakeDevices();
    media = new LocalMedia({ log: new Logger(new LogBus(), { category: 'device' }), devices });
  });

  const want = (...sources: DeviceSource[]) => sources.forEach((source) => media.setWanted(source, true));
  const statuses = () => [media.state('microphone').status, media.state('camera').status];

  it('open nothing before they are allowed, then both in one question', async () => {
    want('camera', 'microphone');
    expect(devices.asked).toEqual([]);
    media.allow(DEVICE_SOURCES);
    await settled();
    expect(devices.asked).toHaveLength(1);
    expect(statuses()).toEqual(['on', 'on']);
  });

  it('never open what is not wanted', async () => {
    want('microphone');
    media.allow(DEVICE_SOURCES);
    await settled();
    expect(devices.asked.map(({ video }) => video)).toEqual([undefined]);
    expect(statuses()).toEqual(['on', 'off']);
  });

  it('a missing camera does not cost the microphone', async () => {
    devices.answer = ({ video }) => (video ? Promise.reject(exception('NotFoundError')) : Promise.resolve());
    want('camera', 'microphone');
    media.allow(DEVICE_SOURCES);
    await settled();
    expect(statuses()).toEqual(['on', 'failed']);
    expect(media.state('camera').error?.code).toBe('device-not-found');
  });

  it('a refusal is not asked again, except for what is granted already', async () => {
    devices.answer = ({ video }) => (video ? Promise.reject(exception('NotAllowedError')) : Promise.resolve());
    devices.permissions.microphone = 'granted';
    want('camera', 'microphone');
    media.allow(DEVICE_SOURCES);
    await settled();
    expect(devices.asked).toHaveLength(2);
    expect(statuses()).toEqual(['on', 'failed']);
    expect(media.state('camera').error?.code).toBe('device-denied');
  });

  it('a device that is left out of what is given does not cost the other', async () => {
    const open = devices.open.bind(devices);
    devices.open = ({ audio }) => open({ audio });
    want('camera', 'microphone');
    media.allow(DEVICE_SOURCES);
    await settled();
    expect(statuses()).toEqual(['on', 'failed']);
    expect(media.state('camera').error?.code).toBe('device-not-found');
  });

  it('muting keeps the microphone open and silent, turning the camera off closes it', async () => {
    want('camera', 'microphone');
    media.allow(DEVICE_SOURCES);
    await settled();
    media.setWanted('microphone', false);
    media.setWanted('camera', false);
    expect(statuses()).toEqual(['off', 'off']);
    expect(media.state('microphone').track?.enabled).toBe(false);
    expect(media.state('camera').track).toBeUndefined();
    expect(devices.live).toBe(1);
    media.setWanted('microphone', true);
    expect(media.state('microphone').track?.enabled).toBe(true);
    expect(devices.asked).toHaveLength(1);
  });

  it('a device that answers when it is not allowed any more is closed at once', async () => {
    let allow = () => {};
    devices.answer = () => new Promise((resolve) => (allow = resolve));
    want('camera', 'microphone');
    media.allow(DEVICE_SOURCES);
    media.allow([]);
    allow();
    await settled();
    expect(devices.tracks).toHaveLength(2);
    expect(devices.live).toBe(0);
    expect(statuses()).toEqual(['off', 'off']);
  });

  it('opens again what is allowed again, and asks for nothing twice', async () => {
    want('camera');
    media.allow(DEVICE_SOURCES);
    await settled();
    media.allow([]);
    media.allow(DEVICE_SOURCES);
    media.allow(['camera', 'microphone']);
    await settled();
    expect(statuses()).toEqual(['off', 'on']);
    expect(devices.live).toBe(1);
    expect(devices.asked).toHaveLength(2);
  });

  it('a microphone that is muted is closed with the others', async () => {
    want('microphone');
    media.allow(DEVICE_SOURCES);
    await settled();
    media.setWanted('microphone', false);
    media.allow([]);
    expect(devices.live).toBe(0);
    media.setWanted('microphone', true);
    expect(devices.asked).toHaveLength(1);
  });

  it('a device that is unplugged while there is no other fails, and asking again opens it again', async () => {
    want('camera');
    media.allow(DEVICE_SOURCES);
    await settled();
    devices.permissions.camera = 'granted';
    devices.present = [];
    devices.tracks[0]?.end();
    await settled();
    expect(statuses()).toEqual(['off', 'failed']);
    expect(media.state('camera').error?.code).toBe('device-lost');
    media.setWanted('camera', true);
    await settled();
    expect(statuses()).toEqual(['off', 'on']);
  });

  it('another takes the place of one that is unplugged, by itself', async () => {
    const seen: string[] = [];
    want('camera');
    media.setUp({ camera: 'id of Desk camera' });
    media.allow(DEVICE_SOURCES);
    await settled();
    media.on('device', ({ device }) => seen.push([device.status, device.error?.code].filter(Boolean).join(' ')));
    devices.plug(devices.present.filter(({ label }) => label !== 'Desk camera'));
    devices.tracks[0]?.end();
    await settled();
    expect(media.state('camera').track?.getSettings().deviceId).toBe('id of Built-in camera');
    expect(seen).toEqual(['starting', 'starting device-lost', 'starting device-lost', 'on']);
    expect(devices.live).toBe(1);
  });

  it('a permission that is taken back is not asked for again', async () => {
    want('camera');
    media.allow(DEVICE_SOURCES);
    await settled();
    devices.permissions.camera = 'denied';
    devices.tracks[0]?.end();
    await settled();
    expect(media.state('camera').error?.code).toBe('device-revoked');
    expect(devices.asked).toHaveLength(1);
  });

  it('a muted microphone that is unplugged is opened anew when it is wanted', async () => {
    want('microphone');
    media.allow(DEVICE_SOURCES);
    await settled();
    media.setWanted('microphone', false);
    devices.tracks[0]?.end();
    await settled();
    expect(statuses()).toEqual(['off', 'off']);
    media.setWanted('microphone', true);
    await settled();
    expect(statuses()).toEqual(['on', 'off']);
    expect(devices.live).toBe(1);
  });

  it('what the system takes away is interrupted until it is given back; a microphone is then opened anew', async () => {
    want('camera', 'microphone');
    media.allow(DEVICE_SOURCES);
    await settled();
    const [microphone, camera] = devices.tracks;
    for (const track of [microphone, camera]) track?.interrupt(true);
    await settled();
    expect(statuses()).toEqual(['interrupted', 'interrupted']);
    expect(media.state('camera').error?.code).toBe('device-interrupted');
    for (const track of [microphone, camera]) track?.interrupt(false);
    await settled();
    expect(statuses()).toEqual(['on', 'on']);
    expect(media.state('camera').track).toBe(camera);
    expect(media.state('microphone').track).not.toBe(microphone);
    expect(devices.live).toBe(2);
  });

  it('what is still interrupted when the page is looked at again is opened anew', async () => {
    want('camera');
    media.allow(DEVICE_SOURCES);
    await settled();
    media.wake();
    expect(devices.asked).toHaveLength(1);
    devices.tracks[0]?.interrupt(true);
    await settled();
    media.wake();
    await settled();
    expect(statuses()).toEqual(['off', 'on']);
    expect(devices.running).toBe('video');
  });

  it('another device takes the place of one that runs, muted or not', async () => {
    want('camera', 'microphone');
    media.allow(DEVICE_SOURCES);
    await settled();
    media.setWanted('microphone', false);
    media.setUp({ microphone: 'id of Headset', camera: 'id of Desk camera' });
    await settled();
    expect(statuses()).toEqual(['off', 'on']);
    expect(media.state('camera').track?.getSettings().deviceId).toBe('id of Desk camera');
    const microphone = media.state('microphone').track;
    expect(microphone?.getSettings().deviceId).toBe('id of Headset');
    expect(microphone?.enabled).toBe(false);
    expect(devices.live).toBe(2);
  });

  it('opens nothing for a choice while the device is off, and the chosen one later', async () => {
    media.allow(DEVICE_SOURCES);
    media.setUp({ camera: 'id of Desk camera' });
    expect(devices.asked).toEqual([]);
    want('camera');
    await settled();
    expect(media.state('camera').track?.getSettings().deviceId).toBe('id of Desk camera');
  });

  it.each(['camera', 'microphone'] as const)('a %s that cannot be had leaves what was there before', async (source) => {
    want(source);
    media.allow(DEVICE_SOURCES);
    await settled();
    const before = media.state(source).track?.getSettings().deviceId;
    devices.answer = ({ audio, video }) =>
      JSON.stringify([audio, video]).includes('Other')
        ? Promise.reject(exception('NotReadableError'))
        : Promise.resolve();
    const codes: unknown[] = [];
    media.on('device', ({ device }) => codes.push(device.error?.code));
    media.setUp({ [source]: 'id of Other' });
    await settled();
    expect(codes).toContain('device-in-use');
    expect(media.state(source).status).toBe('on');
    expect(media.state(source).track?.getSettings().deviceId).toBe(before);
    expect(media.setup[source]).toBe(undefined);
    expect(devices.live).toBe(1);
  });

  it('the switches of sound processing open the microphone anew', async () => {
    want('camera', 'microphone');
    media.allow(DEVICE_SOURCES);
    await settled();
    media.setUp({ noiseSuppression: false });
    media.setUp({ noiseSuppression: false });
    await settled();
    expect(devices.asked).toHaveLength(2);
    expect(devices.asked[1]).toEqual({
      audio: { echoCancellation: true, noiseSuppression: false, autoGainControl: true },
    });
    expect(devices.running).toBe('video audio');
  });

  it('what the room does not allow is closed and cannot be turned on', async () => {
    want('camera', 'microphone');
    media.allow(DEVICE_SOURCES);
    await settled();
    media.allow(['microphone']);
    media.setWanted('camera', true);
    expect(statuses()).toEqual(['on', 'off']);
    expect(devices.live).toBe(1);
  });
});
