import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MEDIA_SOURCES, type UpdateMessage } from '@video-room/protocol';
import { FakeEngine } from './engine/fake/fake-engine.js';
import { FakeDevices } from './media/fake-devices.js';
import { person, ScriptedServer, until } from './scripted-server.js';
import { Session } from './session.js';
import type { Views } from './views.js';

const SEEN: Views = new Map([['ann', { camera: [320, 240], screen: [640, 480] }]]);

describe('a session with sound only', () => {
  let server: ScriptedServer;
  let engine: FakeEngine;
  let devices: FakeDevices;
  let session: Session;

  const rights = { publish: [...MEDIA_SOURCES], subscribe: true, publishData: true, admin: false };

  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
    server.reply = () => ({ ok: true });
    server.ready.participants = [person('me', 0, { rights }), person('ann')];
    engine = new FakeEngine();
    devices = new FakeDevices();
    session = new Session({ engine: () => engine, devices, storage: undefined, page: undefined });
    session.setWanted('microphone', true);
    session.setWanted('camera', true);
    session.setViews(SEEN);
  });

  afterEach(async () => {
    session.close();
    await server.stop();
  });

  const join = () => session.join({ serverUrl: server.url, token: 'token' });
  /** What was said last of what one sends. */
  const told = () => server.messages.findLast(({ type }) => type === 'update')?.payload as UpdateMessage | undefined;
  const camera = () => session.state.devices.camera;

  async function meet(): Promise<void> {
    join();
    await until(() => camera().track && engine.views.get('ann'));
  }

  it('closes the camera and asks for no pictures of others, but for their screens', async () => {
    await meet();
    session.setSoundOnly(true);
    expect(session.state.soundOnly).toBe(true);
    expect(camera()).toEqual({ wanted: false, status: 'off' });
    expect(engine.tracks.get('camera')).toBe(null);
    expect(devices.running).toBe('audio');
    await until(() => told()?.media?.camera === false);
    await until(() => engine.views.get('ann')?.camera[0] === 0);
    expect(engine.views.get('ann')).toEqual({ camera: [0, 0], screen: [640, 480] });
    session.setViews(new Map([['ann', { camera: [800, 600], screen: [0, 0] }]]));
    await until(() => engine.views.get('ann')?.screen[0] === 0);
    expect(engine.views.get('ann')?.camera).toEqual([0, 0]);
  });

  it('brings both back', async () => {
    await meet();
    session.setSoundOnly(true);
    await until(() => engine.views.get('ann')?.camera[0] === 0);
    session.setSoundOnly(false);
    await until(() => camera().status === 'on' && told()?.media?.camera);
    await until(() => engine.views.get('ann')?.camera[0] === 320);
  });

  it('opens no camera from the start, and none afterwards that is not wanted', async () => {
    session.setSoundOnly(true);
    join();
    await until(() => session.state.devices.microphone.track && engine.views.get('ann'));
    expect(devices.running).toBe('audio');
    expect(engine.views.get('ann')?.camera).toEqual([0, 0]);
    session.setWanted('camera', false);
    session.setSoundOnly(false);
    expect(camera()).toEqual({ wanted: false, status: 'off' });
  });

  it('opens the camera afterwards if it was wanted meanwhile, and outlives the room', async () => {
    session.setWanted('camera', false);
    session.setSoundOnly(true);
    session.setWanted('camera', true);
    expect(camera().wanted).toBe(false);
    join();
    await until(() => session.state.phase === 'joined');
    session.leave();
    expect(session.state.soundOnly).toBe(true);
    session.setSoundOnly(false);
    expect(camera().wanted).toBe(true);
  });

  it('obeys whoever ends it while being told of its beginning', () => {
    session.on('state', ({ state, previous }) => {
      if (state.soundOnly && !previous.soundOnly) session.setSoundOnly(false);
    });
    session.setSoundOnly(true);
    expect([session.state.soundOnly, camera().wanted]).toEqual([false, true]);
  });
});
