import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_CHOICES, type CallRecord, type ClientMessages, type ReadyMessage } from '@video-room/protocol';
import { FakeEngine } from './engine/fake/fake-engine.js';
import { FakeDevices } from './media/fake-devices.js';
import { callOf, person, ScriptedServer, until } from './scripted-server.js';
import { Session } from './session.js';

const WATCHER = { publish: [], subscribe: true, publishData: false, admin: false };
const VIEWER_TOKEN = `h.${Buffer.from(JSON.stringify({ video: { canPublish: false } })).toString('base64url')}.s`;

describe('a session in a room of calls', () => {
  let server: ScriptedServer;
  let devices: FakeDevices;
  let session: Session;
  let refused: string[];

  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
    devices = new FakeDevices();
    session = new Session({
      quietLossMs: 0,
      engine: () => new FakeEngine(),
      devices,
      storage: undefined,
      page: undefined,
    });
    refused = [];
    session.on('refused', ({ code }) => refused.push(code));
    for (const source of ['camera', 'microphone'] as const) session.setWanted(source, true);
    server.reply = (type) => ({ ok: true, ...(type === 'call' && { call: 'mine' }) });
  });

  afterEach(async () => {
    session.close();
    await server.stop();
  });

  async function enter(change: Partial<ReadyMessage> = {}, token = 'token') {
    server.ready = { ...server.ready, room: { ...server.ready.room, kind: 'call' }, ...change };
    session.join({ serverUrl: server.url, token });
    await until(() => session.state.you);
  }

  async function told(call: CallRecord) {
    server.say('call', call);
    await until(() => session.state.calls.get(call.id)?.state === call.state);
  }

  const sent = <Type extends keyof ClientMessages>(type: Type) =>
    until(() => server.messages.find((message) => message.type === type)?.payload as ClientMessages[Type]);

  const mine = (change: Partial<CallRecord> = {}) =>
    callOf('mine', { caller: { identity: 'me', name: 'Me', participant: 'me' }, ...change });
  const accepted = { state: 'accepted', callee: { identity: 'me', name: 'Me', participant: 'me' } } as const;

  it('opens no device before one’s own click, whatever others do', async () => {
    await enter({ participants: [person('me'), person('ben')], calls: [callOf('early')] });
    await told(callOf('later'));
    await told(callOf('later', { state: 'accepted', callee: { identity: 'me', name: 'Me', participant: 'other' } }));
    session.setWanted('camera', false);
    session.setWanted('camera', true);
    server.cut();
    await until(() => session.state.phase === 'reconnecting');
    await until(() => session.state.phase === 'joined');
    expect(devices.asked).toEqual([]);
  });

  it('opens both devices on accepting, before the server has answered, and closes them at the end', async () => {
    await enter({ calls: [callOf('c')] });
    session.requests.accept('c');
    expect(devices.asked).toHaveLength(1);
    expect(await sent('answer')).toEqual({ call: 'c', accept: true });
    await told(callOf('c', accepted));
    expect(devices.running).toBe('audio video');
    await told(callOf('c', { ...accepted, state: 'ended', endReason: 'hung-up' }));
    expect(devices.live).toBe(0);
    expect(devices.asked).toHaveLength(1);
  });

  it('opens the microphone alone for sound only, on either side', async () => {
    await enter({ calls: [callOf('c')] });
    session.requests.accept('c', { video: false });
    await until(() => devices.running === 'audio');
    await told(callOf('c', { state: 'ended' }));
    session.requests.call('ben', { video: false });
    await until(() => devices.running === 'audio');
    expect(await sent('call')).toEqual({ kind: 'ring', identity: 'ben', video: false });
    expect(devices.asked.every(({ video }) => !video)).toBe(true);
  });

  it('opens devices with one’s own call and closes them when it comes to nothing', async () => {
    await enter();
    for (const state of ['declined', 'missed', 'busy', 'cancelled', 'failed'] as const) {
      server.reply = () => ({ ok: true, call: `mine, ${state}` });
      session.requests.call('ben');
      await until(() => devices.live === 2);
      await told(mine({ id: `mine, ${state}` }));
      expect(devices.live).toBe(2);
      await told(mine({ id: `mine, ${state}`, state }));
      await until(() => devices.live === 0);
    }
  });

  it('closes devices again when the call or the acceptance is refused, and says why', async () => {
    server.reply = (type) => ({
      ok: false,
      error: { code: type === 'call' ? 'in-a-call' : 'no-such-call', message: '' },
    });
    await enter({ calls: [callOf('c')] });
    session.requests.call('ben');
    await until(() => refused.includes('in-a-call'));
    session.requests.accept('c');
    await until(() => refused.includes('no-such-call'));
    expect(devices.live).toBe(0);
  });

  it('closes devices when another device of the same person was quicker', async () => {
    await enter({ calls: [callOf('c')] });
    session.requests.accept('c');
    await told(callOf('c', { state: 'answered-elsewhere' }));
    await until(() => devices.tracks.length === 2);
    expect(devices.live).toBe(0);
  });

  it('keeps devices while another call goes on', async () => {
    await enter({ calls: [callOf('a', accepted), callOf('b', accepted)] });
    await until(() => devices.live === 2);
    await told(callOf('a', { ...accepted, state: 'ended' }));
    expect(devices.live).toBe(2);
    await told(callOf('b', { ...accepted, state: 'ended' }));
    expect(devices.live).toBe(0);
  });

  it('goes on with the call after a reload, and with the devices of a call the server has lost no more', async () => {
    await enter({ calls: [callOf('c', accepted)] });
    await until(() => devices.live === 2);
    server.ready = { ...server.ready, calls: [] };
    server.cut();
    await until(() => session.state.calls.get('c')?.state === 'ended');
    expect(devices.live).toBe(0);
  });

  it('gives up a call of one’s own that a restarted server knows nothing of', async () => {
    await enter();
    session.requests.call('ben');
    await told(mine());
    server.cut();
    await until(() => session.state.calls.get('mine')?.state === 'failed');
    expect(devices.live).toBe(0);
  });

  it('declines, cancels and hangs up, with reasons', async () => {
    await enter({ calls: [callOf('c')] });
    session.requests.answer('c', false, 'in a meeting');
    expect(await sent('answer')).toEqual({ call: 'c', accept: false, reason: 'in a meeting' });
    session.requests.hangUp('c');
    expect(await sent('hang-up')).toEqual({ call: 'c' });
    expect(devices.asked).toEqual([]);
  });

  it('closes the devices at once on hanging up, and tells the server when it can', async () => {
    await enter({ calls: [callOf('c', accepted)] });
    await until(() => devices.live === 2);
    server.cut();
    await until(() => session.state.phase === 'reconnecting');
    session.requests.hangUp('c');
    expect(devices.live).toBe(0);
    expect(await sent('hang-up')).toEqual({ call: 'c' });
    expect(devices.live).toBe(0);
    expect(refused).toEqual([]);
  });

  it('accepts once, however often one clicks', async () => {
    await enter({ calls: [callOf('c')] });
    for (let clicks = 0; clicks < 3; clicks += 1) session.requests.accept('c');
    session.requests.call('chi');
    await until(() => server.messages.some(({ type }) => type === 'call'));
    expect(server.messages.filter(({ type }) => type === 'answer')).toHaveLength(1);
  });

  it('says so when it could not be asked', async () => {
    await enter();
    server.cut();
    await until(() => session.state.phase === 'reconnecting');
    session.requests.call('ben');
    await until(() => refused.includes('server-unreachable'));
    expect(devices.live).toBe(0);
  });

  describe('while waiting to be let in', () => {
    const knock = callOf('k', { kind: 'knock', caller: { identity: 'me', name: 'Me', participant: 'me' } });
    const room = { ...new ScriptedServer().ready.room, access: 'knock' as const };

    it('opens devices only once let in, on the same connection', async () => {
      await enter({ room, admitted: false, calls: [knock] });
      expect(session.state.phase).toBe('waiting');
      expect(devices.asked).toEqual([]);
      server.say('ready', { ...server.ready, admitted: true, participants: [person('me'), person('ben')] });
      await until(() => session.state.phase === 'joined');
      await until(() => devices.live === 2);
      expect(server.auths).toHaveLength(1);
    });

    it('knocks again', async () => {
      await enter({ room, admitted: false, calls: [{ ...knock, state: 'declined' }] });
      session.requests.knock();
      expect(await sent('call')).toEqual({ kind: 'knock' });
      expect(devices.asked).toEqual([]);
    });
  });

  describe('in a broadcast', () => {
    const room = { ...new ScriptedServer().ready.room, kind: 'broadcast' as const };
    const watcher = person('me', 0, { rights: WATCHER });

    it('asks to watch by itself and opens nothing as a watcher, also when called on stage', async () => {
      await enter({ room, participants: [watcher] }, VIEWER_TOKEN);
      expect(server.auths[0]?.choices).toEqual({ watching: true });
      await told(callOf('s', { kind: 'stage' }));
      server.say('participant', person('me'));
      await until(() => session.state.participants.get('me')?.rights.publish.length);
      expect(devices.asked).toEqual([]);
      session.requests.accept('s');
      await until(() => devices.live === 2);
      await told(callOf('s', { ...accepted, kind: 'stage', state: 'ended' }));
      server.say('participant', watcher);
      await until(() => devices.live === 0);
    });

    it('opens a broadcaster’s devices on joining, and goes on air by word', async () => {
      await enter({ room });
      await until(() => devices.live === 2);
      session.requests.choose({ live: true });
      await until(() => server.messages.some(({ payload }) => JSON.stringify(payload) === '{"choices":{"live":true}}'));
      server.cut();
      await until(() => server.auths.length === 2);
      expect(server.auths[1]?.choices).toEqual({ watching: true, live: true, handRaised: false });
      session.leave();
      session.join({ serverUrl: server.url, token: 'token' });
      await until(() => server.auths.length === 3);
      expect(server.auths[2]?.choices).toEqual({ watching: true });
    });

    it('remembers what was chosen before joining', async () => {
      session.requests.choose({ doNotDisturb: true });
      await enter({ room, participants: [person('me', 0, { choices: { ...DEFAULT_CHOICES, doNotDisturb: true } })] });
      expect(server.auths[0]?.choices).toEqual({ watching: true, doNotDisturb: true });
    });
  });
});
