import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MEDIA_SOURCES, type UpdateMessage } from '@video-room/protocol';
import { FakeEngine } from './engine/fake/fake-engine.js';
import type { DisplayPort } from './media/display-port.js';
import { FakeDevices, FakeTrack } from './media/fake-devices.js';
import { person, ScriptedServer, until } from './scripted-server.js';
import { Session } from './session.js';

describe('a session that shares a screen', () => {
  let server: ScriptedServer;
  let engine: FakeEngine;
  let session: Session;
  let tracks: FakeTrack[];

  const rights = { publish: [...MEDIA_SOURCES], subscribe: true, publishData: true, admin: false };
  const display: DisplayPort = {
    supported: true,
    open: () => {
      const [video, audio] = [new FakeTrack('video'), new FakeTrack('audio')];
      tracks.push(video, audio);
      const stream = { getVideoTracks: () => [video], getAudioTracks: () => [audio], getTracks: () => [video, audio] };
      return Promise.resolve(stream as unknown as MediaStream);
    },
    isBlocked: () => Promise.resolve(false),
  };

  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
    server.reply = () => ({ ok: true });
    server.ready.participants = [person('me', 0, { rights }), person('ann')];
    engine = new FakeEngine();
    tracks = [];
    session = new Session({
      engine: () => engine,
      devices: new FakeDevices(),
      display,
      storage: undefined,
      page: undefined,
    });
  });

  afterEach(async () => {
    session.close();
    await server.stop();
  });

  /** What was said last of what one sends. */
  const told = () => server.messages.findLast(({ type }) => type === 'update')?.payload as UpdateMessage | undefined;
  const live = () => tracks.filter(({ readyState }) => readyState === 'live').length;

  async function share(): Promise<void> {
    session.join({ serverUrl: server.url, token: 'token' });
    await until(() => session.state.phase === 'joined');
    // Loaded a moment after one is in.
    await until(() => {
      session.shareScreen(true);
      return session.state.screen.status === 'on';
    });
  }

  it('sends it, tells of it, and ends both', async () => {
    await share();
    expect(engine.tracks.get('screen')).toBe(tracks[0]);
    expect(engine.tracks.get('screenAudio')).toBe(tracks[1]);
    await until(() => told()?.media?.screen && told()?.media?.screenAudio);
    session.shareScreen(false);
    expect(engine.tracks.get('screen')).toBe(null);
    await until(() => told()?.media?.screen === false);
    expect(live()).toBe(0);
  });

  it('says after a loss that it still does', async () => {
    await share();
    await until(() => told()?.media?.screen);
    server.cut();
    await until(() => server.auths.length === 2);
    expect(server.auths[1]?.media).toMatchObject({ screen: true, screenAudio: true });
  });

  it('ends it on leaving, and when the right is taken away', async () => {
    await share();
    server.say('participant', person('me', 0, { rights: { ...rights, publish: ['camera', 'microphone'] } }));
    await until(() => session.state.screen.status === 'off');
    expect(live()).toBe(0);
    server.say('participant', person('me', 0, { rights }));
    await until(() => {
      session.shareScreen(true);
      return session.state.screen.status === 'on';
    });
    session.leave();
    expect(session.state.screen.status).toBe('off');
    expect(live()).toBe(0);
  });

  it('says that there is no room to share it in', () => {
    session.shareScreen(true);
    expect(session.state.screen.error?.code).toBe('screen-failed');
  });

  it('tells the engine how large the others are shown, also what was known before', async () => {
    session.setViews(new Map([['ann', { camera: [320, 240], screen: [0, 0] }]]));
    session.join({ serverUrl: server.url, token: 'token' });
    await until(() => engine.views.get('ann'));
    expect(engine.views.get('ann')).toEqual({ camera: [320, 240], screen: [0, 0] });
  });
});
