import { describe, expect, it } from '@jest/globals';
import { VideoRoomError } from './errors.js';
import { linkTo, person, until } from './scripted-server.js';
import { SessionScene } from './session-scene.js';
import type { TokenSource } from './token-source.js';

describe('a session', () => {
  const scene = SessionScene.forEachTest();
  const { engine, phase, join, seen } = scene;

  it('is in the room when ready comes, and gives the engine its links and ICE servers', async () => {
    scene.server.ready.participants = [person('me'), person('ann')];
    scene.server.ready.links = [linkTo('ann')];
    scene.server.ready.iceServers = [{ urls: ['stun:stun.example.org'] }];
    await join();
    expect(seen()).toEqual(['me', 'ann']);
    expect(engine().links).toMatchObject([{ id: 'link-ann', peer: 'ann', send: ['microphone', 'camera'] }]);
    expect(engine().iceServers).toEqual(scene.server.ready.iceServers);
    expect(scene.server.auths[0]).toMatchObject({ token: 'token', name: 'Me', protocol: 1 });
  });

  it('takes fresh credentials for relays that come later, for its links and for whoever looks', async () => {
    await join();
    const iceServers = [{ urls: ['turn:t.example'], username: '2:me', credential: 'fresh' }];
    scene.server.say('ice', { iceServers });
    await until(() => scene.session.state.iceServers.length === 1);
    expect(scene.session.state.iceServers).toEqual(iceServers);
    expect(engine().iceServers).toEqual(iceServers);
  });

  it('follows links and people as they come and go', async () => {
    await join();
    scene.server.say('participant', person('ann'));
    scene.server.say('link', linkTo('ann'));
    await until(() => engine().links.length === 1);
    scene.server.say('link', { ...linkTo('ann'), state: 'closed' });
    scene.server.say('participant', person('ann', 0, { connection: 'left', leaveReason: 'left' }));
    await until(() => engine().links.length === 0 && seen().length === 1);
  });

  it('sends nothing and receives nothing that the rights do not allow', async () => {
    const watching = { publish: [], subscribe: true, publishData: false, admin: false };
    scene.server.ready.participants = [person('me'), person('ann', 0, { rights: watching })];
    scene.server.ready.links = [linkTo('ann')];
    await join();
    expect(engine().links).toMatchObject([{ send: ['microphone', 'camera'], receive: [] }]);
  });

  it('carries signals both ways', async () => {
    scene.server.ready.participants = [person('me'), person('ann')];
    scene.server.ready.links = [linkTo('ann')];
    await join();
    engine().say('signal', { link: 'link-ann', seq: 1, kind: 'offer', sdp: 'mine' });
    await until(() => scene.server.messages.find(({ type }) => type === 'signal'));
    scene.server.say('signal', { link: 'link-ann', from: 'ann', seq: 1, kind: 'offer', sdp: 'theirs' });
    await until(() => engine().received.length === 1);
  });

  it('does not fight back when another page took its seat', async () => {
    await join();
    scene.server.say('goodbye', { reason: 'replaced' });
    await phase('left');
    expect(scene.session.state.leftReason).toBe('replaced');
    expect(engine().closed).toBe(true);
    expect(scene.server.messages.some(({ type }) => type === 'leave')).toBe(false);
  });

  it.each(['removed', 'room-ended'] as const)(
    'stays away and forgets the seat after goodbye with %s',
    async (reason) => {
      await join();
      scene.server.say('goodbye', { reason, message: 'That was all' });
      await phase('left');
      expect(scene.session.state).toMatchObject({ leftReason: reason, leftMessage: 'That was all' });
      scene.server.ready.you = 'new';
      await join();
      expect(scene.server.auths[1]?.resumeKey).toBeUndefined();
    },
  );

  it('keeps the key of a seat that changed', async () => {
    await join();
    scene.server.say('seat', { resumeKey: 'newer key' });
    scene.server.say('room', { ...scene.server.ready.room, metadata: 'said later' });
    await until(() => scene.session.state.room?.metadata === 'said later');
    scene.server.cut();
    await until(() => scene.server.auths.length === 2);
    expect(scene.server.auths[1]?.resumeKey).toBe('newer key');
  });

  it.each(['unauthorized', 'origin-not-allowed', 'room-full', 'protocol-unsupported'] as const)(
    'gives up when refused with %s',
    async (code) => {
      scene.server.refuse = () => ({ code, message: 'no' });
      scene.session.join({ serverUrl: scene.server.url, token: 'token' });
      await phase('failed');
      expect(scene.session.state.error?.code).toBe(code);
      expect(scene.server.auths).toHaveLength(1);
    },
  );

  it.each(['rate-limited', 'server-stopping', 'internal'] as const)(
    'tries again when refused with %s',
    async (code) => {
      scene.server.refuse = () => (scene.server.auths.length < 2 ? { code, message: 'not now' } : undefined);
      await join();
      expect(scene.server.auths).toHaveLength(2);
    },
  );

  it('gets a fresh token from its source when the old one is refused, once', async () => {
    let minted = 0;
    const source: TokenSource = () => Promise.resolve({ token: `token-${(minted += 1)}` });
    scene.server.refuse = ({ token }) => (token === 'token-1' ? { code: 'unauthorized', message: 'no' } : undefined);
    await join(source);
    expect(scene.server.auths.map(({ token }) => token)).toEqual(['token-1', 'token-2']);
    scene.server.refuse = () => ({ code: 'unauthorized', message: 'no' });
    scene.server.cut();
    await phase('failed');
    expect(minted).toBe(3);
  });

  it('says so when no token is to be had', async () => {
    scene.session.join({
      serverUrl: scene.server.url,
      token: () => Promise.reject(new VideoRoomError('token-endpoint-failed', 'no')),
    });
    await phase('failed');
    expect(scene.session.state.error?.code).toBe('token-endpoint-failed');
  });

  it('goes to the server the token source names', async () => {
    await join(() => Promise.resolve({ token: 'token', serverUrl: scene.server.url }));
    scene.session.leave();
    scene.session.join({
      serverUrl: 'http://127.0.0.1:9',
      token: () => Promise.resolve({ token: 't', serverUrl: scene.server.url }),
    });
    await phase('joined');
  });

  it('leaves with a word, even in the middle of connecting', async () => {
    await join();
    scene.session.leave();
    expect(scene.session.state.phase).toBe('left');
    await until(() => scene.server.messages.filter(({ type }) => type === 'leave').length === 1);
    await until(() => scene.server.sockets.length === 0);
    scene.session.join({ serverUrl: scene.server.url, token: 'token' });
    await until(() => scene.server.auths.length === 2);
    scene.session.leave();
    await until(() => scene.server.messages.filter(({ type }) => type === 'leave').length === 2);
    await until(() => scene.server.sockets.length === 0);
  });

  it('leaving while the token is on its way joins nothing', async () => {
    let give: (credentials: { token: string }) => void = () => undefined;
    scene.session.join({ serverUrl: scene.server.url, token: () => new Promise((resolve) => (give = resolve)) });
    scene.session.leave();
    give({ token: 'late' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(scene.session.state.phase).toBe('left');
    expect(scene.server.auths).toHaveLength(0);
  });

  it('announces that the page may come back when it goes away', async () => {
    await join();
    scene.page.dispatchEvent(new Event('pagehide'));
    const message = await until(() => scene.server.messages.find(({ type }) => type === 'leave'));
    expect(message.payload).toEqual({ returning: true });
  });

  it('sends an offer again after the time the server asked for', async () => {
    scene.server.ready.participants = [person('me'), person('ann')];
    scene.server.ready.links = [linkTo('ann')];
    scene.server.reply = () => ({ ok: false, error: { code: 'rate-limited', message: 'slow', retryAfterMs: 10 } });
    await join();
    engine().say('signal', { link: 'link-ann', seq: 1, kind: 'offer', sdp: 'mine' });
    await until(() => engine().resent.includes('ann'));
  });
});
