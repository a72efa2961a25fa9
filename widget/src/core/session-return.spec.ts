import { describe, expect, it } from '@jest/globals';
import { linkTo, person, until } from './scripted-server.js';
import { FakeEngine } from './engine/fake/fake-engine.js';
import { noDevices, SessionScene } from './session-scene.js';
import { Session } from './session.js';

describe('a session that lost its server or its network', () => {
  const scene = SessionScene.forEachTest();
  const { engine, phase, join, seen } = scene;

  it('comes back with the same instance and the resume key, and repairs links', async () => {
    scene.server.ready.participants = [person('me'), person('ann')];
    scene.server.ready.links = [linkTo('ann')];
    await join();
    scene.server.cut();
    await phase('reconnecting');
    expect(engine().signalingUp).toBe(false);
    await phase('joined');
    expect(scene.server.auths[1]?.instance).toBe(scene.server.auths[0]?.instance);
    expect(scene.server.auths[1]?.resumeKey).toBe('key');
    expect(engine().resent).toEqual(['ann']);
    expect(engine().signalingUp).toBe(true);
    expect(scene.engines).toHaveLength(1);
  });

  it.each([
    ['media of all links stops', () => engine().say('silence', { silentMs: 1_000 })],
    ['the page says that the network is another one', () => scene.page.dispatchEvent(new Event('online'))],
    ['the page goes on after it was frozen', () => scene.page.dispatchEvent(new Event('resume'))],
    ['somebody looks at the page again', () => scene.page.dispatchEvent(new Event('visibilitychange'))],
  ])('lets go of a dead connection when %s, and is back at once', async (_what, happen) => {
    await join();
    scene.server.reply = (type) => (type === 'clock' && scene.server.auths.length < 2 ? undefined : { ok: true });
    happen();
    await phase('reconnecting');
    await phase('joined');
    expect(scene.server.auths).toHaveLength(2);
    expect(scene.server.messages.some(({ type }) => type === 'leave')).toBe(false);
  });

  it('plays the loss of the socket and of the server as they would be', async () => {
    scene.server.ready.participants = [person('me', 1), person('ann', 2)];
    await join();
    scene.session.simulate('signal-lost');
    await phase('reconnecting');
    await phase('joined');
    expect(scene.server.messages.some(({ type }) => type === 'leave')).toBe(false);
    scene.server.ready = { ...scene.server.ready, participants: [person('me', 1)] };
    scene.session.simulate('server-restart');
    await until(() => scene.session.state.participants.get('ann')?.connection === 'away');
    await phase('joined');
    scene.session.simulate('media-lost');
    scene.session.simulate('network-change');
    expect(engine().disturbances).toEqual(['media-lost', 'network-change']);
    expect(() => scene.session.simulate('flood' as never)).toThrow(RangeError);
  });

  it('has links repaired at once when the network may be another one', async () => {
    await join();
    scene.page.dispatchEvent(new Event('online'));
    scene.page.dispatchEvent(new Event('resume'));
    expect(engine().networkChanges).toBe(2);
  });

  it('says nothing of a loss that is over at once, and tells nothing twice', async () => {
    const patient = new Session({
      engine: () => new FakeEngine(),
      devices: noDevices,
      storage: undefined,
      page: scene.page,
    });
    scene.server.ready.participants = [person('me'), person('ann')];
    patient.join({ serverUrl: scene.server.url, token: 'token' });
    await until(() => patient.state.phase === 'joined');
    const seen: unknown[] = [];
    patient.on('state', ({ state }) => seen.push([state.phase, [...state.participants.keys()]]));
    scene.server.cut();
    await until(() => scene.server.auths.length === 2 && seen.length > 0);
    patient.close();
    expect(seen.slice(0, -1)).toEqual(seen.slice(0, -1).map(() => ['joined', ['me', 'ann']]));
  });

  it('repairs the link with somebody who was away', async () => {
    scene.server.ready.participants = [person('me'), person('ann', 0, { connection: 'away' })];
    scene.server.ready.links = [linkTo('ann')];
    await join();
    scene.server.say('participant', person('ann'));
    await until(() => engine().resent.includes('ann'));
  });

  it('keeps people and links a restarted server does not know yet', async () => {
    scene.server.ready.participants = [person('me', 1), person('ann', 2)];
    scene.server.ready.links = [linkTo('ann')];
    await join();
    scene.server.ready = {
      ...scene.server.ready,
      server: { version: '1.0.0', startedAt: 2 },
      participants: [person('me', 1)],
      links: [],
    };
    scene.server.cut();
    await phase('reconnecting');
    await phase('joined');
    expect(seen()).toEqual(['me', 'ann']);
    expect(engine().links).toHaveLength(1);
    expect(scene.session.state.participants.get('ann')?.connection).toBe('away');
  });

  it('believes a server that kept its memory', async () => {
    scene.server.ready.participants = [person('me'), person('ann')];
    scene.server.ready.links = [linkTo('ann')];
    await join();
    scene.server.ready = { ...scene.server.ready, participants: [person('me')], links: [] };
    scene.server.cut();
    await until(() => seen().length === 1);
    expect(engine().links).toHaveLength(0);
  });

  it('tells when the server has another version after a reconnect', async () => {
    const told: unknown[] = [];
    scene.session.on('server-changed', (change) => told.push(change));
    await join();
    scene.server.ready = { ...scene.server.ready, server: { version: '1.1.0', startedAt: 2 } };
    scene.server.cut();
    await until(() => told.length > 0);
    expect(told).toEqual([{ from: '1.0.0', to: '1.1.0' }]);
  });
});
