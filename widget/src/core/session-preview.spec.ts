import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEVICE_SOURCES } from '@video-room/protocol';
import { FakeEngine } from './engine/fake/fake-engine.js';
import { FakeDevices } from './media/fake-devices.js';
import { person, ScriptedServer, until } from './scripted-server.js';
import { Session } from './session.js';

describe('a preview before joining', () => {
  let server: ScriptedServer;
  let devices: FakeDevices;
  let engine: FakeEngine;
  let session: Session;
  let page: EventTarget & { document: { hidden: boolean } };

  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
    devices = new FakeDevices();
    engine = new FakeEngine();
    page = Object.assign(new EventTarget(), { document: { hidden: false } });
    session = new Session({ engine: () => engine, devices, storage: undefined, page });
    for (const source of DEVICE_SOURCES) session.setWanted(source, true);
  });

  afterEach(async () => {
    session.close();
    await server.stop();
  });

  async function join() {
    session.join({ serverUrl: server.url, token: 'token' });
    await until(() => session.state.you);
  }

  it('opens what is wanted once; joining keeps it open and sends it', async () => {
    session.preview(DEVICE_SOURCES);
    await until(() => session.state.devices.camera.track);
    const { track } = session.state.devices.camera;
    await join();
    expect(session.state.devices.camera.track).toBe(track);
    expect(engine.tracks.get('camera')).toBe(track);
    expect(server.auths[0]?.media).toMatchObject({ camera: true, microphone: true });
    expect(devices.asked).toHaveLength(1);
    expect(devices.live).toBe(2);
  });

  it('opens only what it is given, and nothing by itself', async () => {
    session.setWanted('camera', false);
    session.setWanted('camera', true);
    expect(devices.asked).toEqual([]);
    session.preview(['camera']);
    await until(() => session.state.devices.camera.track);
    expect(devices.running).toBe('video');
  });

  it('closes what it opened where one waits to be let in', async () => {
    session.preview(DEVICE_SOURCES);
    await until(() => session.state.devices.camera.track);
    server.ready = { ...server.ready, admitted: false, room: { ...server.ready.room, access: 'knock' } };
    await join();
    expect(devices.live).toBe(0);
  });

  it('closes what it opened in a room of calls', async () => {
    session.preview(DEVICE_SOURCES);
    await until(() => session.state.devices.camera.track);
    server.ready = { ...server.ready, room: { ...server.ready.room, kind: 'call' }, participants: [person('me')] };
    await join();
    expect(devices.live).toBe(0);
  });

  it('is over when joining fails', async () => {
    session.preview(DEVICE_SOURCES);
    await until(() => session.state.devices.camera.track);
    session.join({ serverUrl: server.url, token: () => Promise.reject(new Error('none')) });
    await until(() => session.state.phase === 'failed');
    expect(devices.live).toBe(0);
  });

  it('looks after interrupted devices when the page is looked at again', async () => {
    session.preview(['camera']);
    await until(() => session.state.devices.camera.track);
    devices.tracks[0]?.interrupt(true);
    await until(() => session.state.devices.camera.status === 'interrupted');
    page.document.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    expect(devices.asked).toHaveLength(1);
    page.document.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    await until(() => session.state.devices.camera.status === 'on');
    expect(devices.asked).toHaveLength(2);
    expect(devices.live).toBe(1);
  });
});
