import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeEngine } from './engine/fake/fake-engine.js';
import { VideoRoomError } from './errors.js';
import type { DevicePort } from './media/device-port.js';
import { linkTo, person, ScriptedServer, until } from './scripted-server.js';
import { Session } from './session.js';
import type { TokenSource } from './token-source.js';

const noDevices: DevicePort = {
  open: () => Promise.reject(new VideoRoomError('device-not-found', 'none')),
  permission: () => Promise.resolve(undefined),
  listing: () => Promise.resolve({ list: () => Promise.resolve([]), watch: () => () => {} }),
};

describe('a session', () => {
  let server: ScriptedServer;
  let engines: FakeEngine[];
  let session: Session;
  let page: EventTarget;

  // It comes by itself, but not by any time.
  beforeAll(() => import('./connection-care.js'));
  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
    engines = [];
    page = new EventTarget();
    const engine = () => {
      const made = new FakeEngine();
      engines.push(made);
      return made;
    };
    session = new Session({ engine, devices: noDevices, storage: undefined, page, quietLossMs: 0 });
  });

  afterEach(async () => {
    session.close();
    await server.stop();
  });

  const engine = () => engines[engines.length - 1] as FakeEngine;
  const phase = (wanted: string) => until(() => session.state.phase === wanted);
  const join = async (token: string | TokenSource = 'token') => {
    session.join({ serverUrl: server.url, token, name: 'Me' });
    await phase('joined');
  };
  const seen = () => [...session.state.participants.keys()];

  it('is in the room when ready comes, and gives the engine its links and ICE servers', async () => {
    server.ready.participants = [person('me'), person('ann')];
    server.ready.links = [linkTo('ann')];
    server.ready.iceServers = [{ urls: ['stun:stun.example.org'] }];
    await join();
    expect(seen()).toEqual(['me', 'ann']);
    expect(engine().links).toMatchObject([{ id: 'link-ann', peer: 'ann', send: ['microphone', 'camera'] }]);
    expect(engine().iceServers).toEqual(server.ready.iceServers);
    expect(server.auths[0]).toMatchObject({ token: 'token', name: 'Me', protocol: 1 });
  });

  it('takes fresh credentials for relays that come later, for its links and for whoever looks', async () => {
    await join();
    const iceServers = [{ urls: ['turn:t.example'], username: '2:me', credential: 'fresh' }];
    server.say('ice', { iceServers });
    await until(() => session.state.iceServers.length === 1);
    expect(session.state.iceServers).toEqual(iceServers);
    expect(engine().iceServers).toEqual(iceServers);
  });

  it('follows links and people as they come and go', async () => {
    await join();
    server.say('participant', person('ann'));
    server.say('link', linkTo('ann'));
    await until(() => engine().links.length === 1);
    server.say('link', { ...linkTo('ann'), state: 'closed' });
    server.say('participant', person('ann', 0, { connection: 'left', leaveReason: 'left' }));
    await until(() => engine().links.length === 0 && seen().length === 1);
  });

  it('sends nothing and receives nothing that the rights do not allow', async () => {
    const watching = { publish: [], subscribe: true, publishData: false, admin: false };
    server.ready.participants = [person('me'), person('ann', 0, { rights: watching })];
    server.ready.links = [linkTo('ann')];
    await join();
    expect(engine().links).toMatchObject([{ send: ['microphone', 'camera'], receive: [] }]);
  });

  it('carries signals both ways', async () => {
    server.ready.participants = [person('me'), person('ann')];
    server.ready.links = [linkTo('ann')];
    await join();
    engine().say('signal', { link: 'link-ann', seq: 1, kind: 'offer', sdp: 'mine' });
    await until(() => server.messages.find(({ type }) => type === 'signal'));
    server.say('signal', { link: 'link-ann', from: 'ann', seq: 1, kind: 'offer', sdp: 'theirs' });
    await until(() => engine().received.length === 1);
  });

  it('comes back with the same instance and the resume key, and repairs links', async () => {
    server.ready.participants = [person('me'), person('ann')];
    server.ready.links = [linkTo('ann')];
    await join();
    server.cut();
    await phase('reconnecting');
    expect(engine().signalingUp).toBe(false);
    await phase('joined');
    expect(server.auths[1]?.instance).toBe(server.auths[0]?.instance);
    expect(server.auths[1]?.resumeKey).toBe('key');
    expect(engine().resent).toEqual(['ann']);
    expect(engine().signalingUp).toBe(true);
    expect(engines).toHaveLength(1);
  });

  it.each([
    ['media of all links stops', () => engine().say('silence', { silentMs: 1_000 })],
    ['the page says that the network is another one', () => page.dispatchEvent(new Event('online'))],
    ['the page goes on after it was frozen', () => page.dispatchEvent(new Event('resume'))],
    ['somebody looks at the page again', () => page.dispatchEvent(new Event('visibilitychange'))],
  ])('lets go of a dead connection when %s, and is back at once', async (_what, happen) => {
    await join();
    server.reply = (type) => (type === 'clock' && server.auths.length < 2 ? undefined : { ok: true });
    happen();
    await phase('reconnecting');
    await phase('joined');
    expect(server.auths).toHaveLength(2);
    expect(server.messages.some(({ type }) => type === 'leave')).toBe(false);
  });

  it('plays the loss of the socket and of the server as they would be', async () => {
    server.ready.participants = [person('me', 1), person('ann', 2)];
    await join();
    session.simulate('signal-lost');
    await phase('reconnecting');
    await phase('joined');
    expect(server.messages.some(({ type }) => type === 'leave')).toBe(false);
    server.ready = { ...server.ready, participants: [person('me', 1)] };
    session.simulate('server-restart');
    await until(() => session.state.participants.get('ann')?.connection === 'away');
    await phase('joined');
    session.simulate('media-lost');
    session.simulate('network-change');
    expect(engine().disturbances).toEqual(['media-lost', 'network-change']);
    expect(() => session.simulate('flood' as never)).toThrow(RangeError);
  });

  it('has links repaired at once when the network may be another one', async () => {
    await join();
    page.dispatchEvent(new Event('online'));
    page.dispatchEvent(new Event('resume'));
    expect(engine().networkChanges).toBe(2);
  });

  it('says nothing of a loss that is over at once, and tells nothing twice', async () => {
    const patient = new Session({ engine: () => new FakeEngine(), devices: noDevices, storage: undefined, page });
    server.ready.participants = [person('me'), person('ann')];
    patient.join({ serverUrl: server.url, token: 'token' });
    await until(() => patient.state.phase === 'joined');
    const seen: unknown[] = [];
    patient.on('state', ({ state }) => seen.push([state.phase, [...state.participants.keys()]]));
    server.cut();
    await until(() => server.auths.length === 2 && seen.length > 0);
    patient.close();
    expect(seen.slice(0, -1)).toEqual(seen.slice(0, -1).map(() => ['joined', ['me', 'ann']]));
  });

  it('repairs the link with somebody who was away', async () => {
    server.ready.participants = [person('me'), person('ann', 0, { connection: 'away' })];
    server.ready.links = [linkTo('ann')];
    await join();
    server.say('participant', person('ann'));
    await until(() => engine().resent.includes('ann'));
  });

  it('keeps people and links a restarted server does not know yet', async () => {
    server.ready.participants = [person('me', 1), person('ann', 2)];
    server.ready.links = [linkTo('ann')];
    await join();
    server.ready = {
      ...server.ready,
      server: { version: '1.0.0', startedAt: 2 },
      participants: [person('me', 1)],
      links: [],
    };
    server.cut();
    await phase('reconnecting');
    await phase('joined');
    expect(seen()).toEqual(['me', 'ann']);
    expect(engine().links).toHaveLength(1);
    expect(session.state.participants.get('ann')?.connection).toBe('away');
  });

  it('believes a server that kept its memory', async () => {
    server.ready.participants = [person('me'), person('ann')];
    server.ready.links = [linkTo('ann')];
    await join();
    server.ready = { ...server.ready, participants: [person('me')], links: [] };
    server.cut();
    await until(() => seen().length === 1);
    expect(engine().links).toHaveLength(0);
  });

  it('tells when the server has another version after a reconnect', async () => {
    const told: unknown[] = [];
    session.on('server-changed', (change) => told.push(change));
    await join();
    server.ready = { ...server.ready, server: { version: '1.1.0', startedAt: 2 } };
    server.cut();
    await until(() => told.length > 0);
    expect(told).toEqual([{ from: '1.0.0', to: '1.1.0' }]);
  });

  it('does not fight back when another page took its seat', async () => {
    await join();
    server.say('goodbye', { reason: 'replaced' });
    await phase('left');
    expect(session.state.leftReason).toBe('replaced');
    expect(engine().closed).toBe(true);
    expect(server.messages.some(({ type }) => type === 'leave')).toBe(false);
  });

  it.each(['removed', 'room-ended'] as const)(
    'stays away and forgets the seat after goodbye with %s',
    async (reason) => {
      await join();
      server.say('goodbye', { reason, message: 'That was all' });
      await phase('left');
      expect(session.state).toMatchObject({ leftReason: reason, leftMessage: 'That was all' });
      server.ready.you = 'new';
      await join();
      expect(server.auths[1]?.resumeKey).toBeUndefined();
    },
  );

  it('keeps the key of a seat that changed', async () => {
    await join();
    server.say('seat', { resumeKey: 'newer key' });
    server.say('room', { ...server.ready.room, metadata: 'said later' });
    await until(() => session.state.room?.metadata === 'said later');
    server.cut();
    await until(() => server.auths.length === 2);
    expect(server.auths[1]?.resumeKey).toBe('newer key');
  });

  it.each(['unauthorized', 'origin-not-allowed', 'room-full', 'protocol-unsupported'] as const)(
    'gives up when refused with %s',
    async (code) => {
      server.refuse = () => ({ code, message: 'no' });
      session.join({ serverUrl: server.url, token: 'token' });
      await phase('failed');
      expect(session.state.error?.code).toBe(code);
      expect(server.auths).toHaveLength(1);
    },
  );

  it.each(['rate-limited', 'server-stopping', 'internal'] as const)(
    'tries again when refused with %s',
    async (code) => {
      server.refuse = () => (server.auths.length < 2 ? { code, message: 'not now' } : undefined);
      await join();
      expect(server.auths).toHaveLength(2);
    },
  );

  it('gets a fresh token from its source when the old one is refused, once', async () => {
    let minted = 0;
    const source: TokenSource = () => Promise.resolve({ token: `token-${(minted += 1)}` });
    server.refuse = ({ token }) => (token === 'token-1' ? { code: 'unauthorized', message: 'no' } : undefined);
    await join(source);
    expect(server.auths.map(({ token }) => token)).toEqual(['token-1', 'token-2']);
    server.refuse = () => ({ code: 'unauthorized', message: 'no' });
    server.cut();
    await phase('failed');
    expect(minted).toBe(3);
  });

  it('says so when no token is to be had', async () => {
    session.join({
      serverUrl: server.url,
      token: () => Promise.reject(new VideoRoomError('token-endpoint-failed', 'no')),
    });
    await phase('failed');
    expect(session.state.error?.code).toBe('token-endpoint-failed');
  });

  it('goes to the server the token source names', async () => {
    await join(() => Promise.resolve({ token: 'token', serverUrl: server.url }));
    session.leave();
    session.join({
      serverUrl: 'http://127.0.0.1:9',
      token: () => Promise.resolve({ token: 't', serverUrl: server.url }),
    });
    await phase('joined');
  });

  it('leaves with a word, even in the middle of connecting', async () => {
    await join();
    session.leave();
    expect(session.state.phase).toBe('left');
    await until(() => server.messages.filter(({ type }) => type === 'leave').length === 1);
    await until(() => server.sockets.length === 0);
    session.join({ serverUrl: server.url, token: 'token' });
    await until(() => server.auths.length === 2);
    session.leave();
    await until(() => server.messages.filter(({ type }) => type === 'leave').length === 2);
    await until(() => server.sockets.length === 0);
  });

  it('leaving while the token is on its way joins nothing', async () => {
    let give: (credentials: { token: string }) => void = () => undefined;
    session.join({ serverUrl: server.url, token: () => new Promise((resolve) => (give = resolve)) });
    session.leave();
    give({ token: 'late' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(session.state.phase).toBe('left');
    expect(server.auths).toHaveLength(0);
  });

  it('announces that the page may come back when it goes away', async () => {
    await join();
    page.dispatchEvent(new Event('pagehide'));
    const message = await until(() => server.messages.find(({ type }) => type === 'leave'));
    expect(message.payload).toEqual({ returning: true });
  });

  it('sends an offer again after the time the server asked for', async () => {
    server.ready.participants = [person('me'), person('ann')];
    server.ready.links = [linkTo('ann')];
    server.reply = () => ({ ok: false, error: { code: 'rate-limited', message: 'slow', retryAfterMs: 10 } });
    await join();
    engine().say('signal', { link: 'link-ann', seq: 1, kind: 'offer', sdp: 'mine' });
    await until(() => engine().resent.includes('ann'));
  });
});
