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
    media = new LocalMedia({ log: new Logger(new LogBus(), { category: 'media' }), devices });
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
    devices.granted.add('microphone');
    want('camera', 'microphone');
    media.allow(DEVICE_SOURCES);
    await settled();
    expect(devices.asked).toHaveLength(2);
    expect(statuses()).toEqual(['on', 'failed']);
    expect(media.state('camera').error?.code).toBe('device-denied');
  });

  it.each([
    ['NotAllowedError', 'device-denied'],
    ['SecurityError', 'device-denied'],
    ['NotFoundError', 'device-not-found'],
    ['OverconstrainedError', 'device-not-found'],
    ['NotReadableError', 'device-in-use'],
    ['AbortError', 'device-in-use'],
    ['TypeError', 'device-failed'],
  ])('%s becomes %s', async (name, code) => {
    devices.answer = () => Promise.reject(exception(name));
    want('camera');
    media.allow(DEVICE_SOURCES);
    await settled();
    expect(media.state('camera').error?.code).toBe(code);
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

  it('a device that is unplugged fails, and asking again opens it again', async () => {
    want('camera');
    media.allow(DEVICE_SOURCES);
    await settled();
    media.state('camera').track?.dispatchEvent(new Event('ended'));
    expect(media.state('camera').error?.code).toBe('device-lost');
    media.setWanted('camera', true);
    await settled();
    expect(statuses()).toEqual(['off', 'on']);
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
