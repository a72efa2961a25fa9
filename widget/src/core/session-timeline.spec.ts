import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@video-room/log';
import type { LogMessage } from '@video-room/protocol';
import { FakeEngine } from './engine/fake/fake-engine.js';
import { FakeDevices } from './media/fake-devices.js';
import { linkTo, person, ScriptedServer, until } from './scripted-server.js';
import { Session } from './session.js';

const LIMITS = { lines: 200, bytes: 32_000, batchesPerMinute: 30 };

describe('a session tells its log', () => {
  let server: ScriptedServer;
  let session: Session;
  let isLoaded: boolean;

  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
    server.ready = {
      ...server.ready,
      participants: [person('me', 0, { name: 'Canary Bird' }), person('ben')],
      links: [linkTo('ben')],
    };
    isLoaded = false;
    const engine = new FakeEngine();
    engine.reports = () => {
      isLoaded = true;
      return Promise.resolve(new Map());
    };
    session = new Session({
      quietLossMs: 0,
      engine: () => engine,
      devices: new FakeDevices(),
      storage: undefined,
      page: undefined,
    });
  });

  afterEach(async () => {
    session.close();
    await server.stop();
  });

  /** What a `ready` says where the room keeps a timeline. */
  const kept = () => ({ timeline: LIMITS, room: { ...server.ready.room, timeline: true as const } });
  const join = () => session.join({ serverUrl: server.url, token: 'token' });
  const types = () => server.messages.map(({ type }) => type);
  const logged = (text: string) => session.bus.entries().filter((entry) => entry.text === text).length;
  const logs = () => server.messages.filter(({ type }) => type === 'log').map(({ payload }) => payload as LogMessage);

  it('where it is asked to: since everybody was told so, masked, by the clock of the server as far as it can tell', async () => {
    server.ready = { ...server.ready, ...kept() };
    server.reply = (type) => ({ ok: true, ...(type === 'clock' && { now: Date.now() + 500_000 }) });
    new Logger(session.bus, { category: 'session' }).info('of another room');
    join();
    await until(() => types().filter((type) => type === 'clock').length >= 5);
    new Logger(session.bus, { category: 'ice' }).debug('seen', { who: 'Canary Bird', from: '203.0.113.9' });
    session.leave();
    const [batch] = await until(() => logs().length > 0 && logs());
    expect(Math.abs((batch?.offsetMs ?? 0) - 500_000)).toBeLessThanOrEqual(1_000);
    expect(batch?.lines[0]?.text).toBe('ready');
    expect(batch?.lines.find(({ text }) => text === 'seen')?.detail).toEqual({ who: 'me', from: '[address]' });
    expect(JSON.stringify(batch)).not.toMatch(/Canary|203\.0\.113|127\.0\.0\.1/);
    await until(() => types().includes('leave'));
    expect(types().indexOf('log')).toBeLessThan(types().indexOf('leave'));
  });

  it('otherwise to nobody', async () => {
    join();
    await until(() => isLoaded);
    session.leave();
    await until(() => types().includes('leave'));
    expect(types().filter((type) => ['log', 'timeline'].includes(type))).toEqual([]);
    expect(session.links.timeline).toBeUndefined();
  });

  it('of nothing that was before the room kept a timeline, and of nobody who was there only then', async () => {
    join();
    await until(() => isLoaded);
    const gone = person('gone', 0, { name: 'Ben Okoro' });
    server.say('participant', gone);
    server.say('participant', { ...gone, connection: 'left' });
    new Logger(session.bus, { category: 'ice' }).debug('before', { who: 'Ben Okoro' });
    await until(() => !session.state.participants.has('gone') && logged('participant') === 2);
    server.ready = { ...server.ready, ...kept() };
    server.cut();
    await until(() => session.links.timeline);
    server.say('participant', { ...gone, id: 'late', name: 'Cyd Okoro' });
    await until(() => session.state.participants.has('late'));
    session.leave();
    const [batch] = await until(() => logs().length > 0 && logs());
    expect(batch?.lines[0]).toMatchObject({ text: 'ready', detail: { again: true } });
    expect(batch?.lines.find(({ text }) => text === 'participant')).toMatchObject({ person: 'late' });
    expect(JSON.stringify(logs())).not.toMatch(/Okoro|before/);
  });

  it('only for as long as the room wants it, and again when it does', async () => {
    const without = server.ready;
    server.ready = { ...without, ...kept() };
    join();
    await until(() => session.links.timeline);
    server.ready = without;
    server.cut();
    await until(() => session.state.phase === 'reconnecting');
    await until(() => session.links.timeline === undefined);
    server.ready = { ...without, ...kept() };
    server.cut();
    await until(() => session.links.timeline);
  });

  it('and shows and tells nothing from the moment it does not', async () => {
    const { room } = server.ready;
    server.ready = { ...server.ready, ...kept() };
    server.reply = (type) => ({ ok: true, ...(type === 'clock' && { now: Date.now() }) });
    join();
    await until(() => session.links.timeline);
    server.say('room', room);
    await until(() => session.state.room?.timeline === undefined);
    expect(session.links.timeline).toBeUndefined();
    new Logger(session.bus, { category: 'ice' }).debug('after');
    session.leave();
    await until(() => types().includes('leave'));
    expect(logs()).toEqual([]);
    expect(session.links.timeline).toBeUndefined();
  });

  it('and asks what is known of a link, in its own time', async () => {
    server.ready = { ...server.ready, ...kept() };
    const entry = { from: 'server', level: 'debug', category: 'signal', text: 'signal relayed' };
    server.reply = (type) => {
      if (type === 'clock') return { ok: true, now: Date.now() + 500_000 };
      return { ok: true, ...(type === 'timeline' && { entries: [{ ...entry, at: Date.now() + 500_000 }] }) };
    };
    join();
    await until(() => types().filter((type) => type === 'clock').length >= 5);
    await until(() => session.links.timeline);
    const lines = await session.links.timeline?.ofLink('link-ben');
    expect(lines).toEqual([{ ...entry, time: expect.any(Number) }]);
    expect(Math.abs((lines?.[0]?.time ?? 0) - Date.now())).toBeLessThan(1_500);
    expect(server.messages.at(-1)).toEqual({ type: 'timeline', payload: { link: 'link-ben' } });
    server.reply = () => ({ ok: false, error: { code: 'not-allowed', message: '' } });
    expect(await session.links.timeline?.ofLink('link-ben')).toBeUndefined();
  });
});
