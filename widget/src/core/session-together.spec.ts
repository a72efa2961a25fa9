import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_CHOICES, type ChatRecord, type ParticipantRecord, type ReadyMessage } from '@video-room/protocol';
import { FakeEngine } from './engine/fake/fake-engine.js';
import { FakeDevices } from './media/fake-devices.js';
import { person, ScriptedServer, until } from './scripted-server.js';
import { Session } from './session.js';

const written = (id: string): ChatRecord => ({ id, at: 0, from: { identity: 'ben', name: 'Ben' }, text: `text ${id}` });
const RAISED = { ...DEFAULT_CHOICES, handRaised: true };

describe('a session among others', () => {
  let server: ScriptedServer;
  let session: Session;
  let refused: string[];
  let passed: string[];

  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
    session = new Session({
      quietLossMs: 0,
      engine: () => new FakeEngine(),
      devices: new FakeDevices(),
      storage: undefined,
      page: undefined,
    });
    refused = [];
    passed = [];
    session.on('refused', ({ code }) => refused.push(code));
    session.on('passing', ({ type }) => passed.push(type));
  });

  afterEach(async () => {
    session.close();
    await server.stop();
  });

  async function enter(change: Partial<ReadyMessage> = {}): Promise<void> {
    server.ready = { ...server.ready, ...change };
    session.join({ serverUrl: server.url, token: 'token' });
    await until(() => session.state.phase === 'joined');
  }

  async function comeBack(change: Partial<ReadyMessage> = {}): Promise<void> {
    server.ready = { ...server.ready, ...change };
    server.cut();
    await until(() => session.state.phase === 'reconnecting');
    await until(() => session.state.phase === 'joined');
  }

  const ids = () => session.state.messages.map(({ id }) => id);
  const sent = (type: string) => server.messages.filter((message) => message.type === type);

  it('knows what was written before it came, each once, and keeps what a restarted server has forgotten', async () => {
    await enter({ messages: [written('1'), written('2')] });
    server.say('chat', written('3'));
    await until(() => ids().length === 3);
    await comeBack({ messages: [written('2'), written('3'), written('4')] });
    expect(ids()).toEqual(['1', '2', '3', '4']);
    await comeBack({ messages: [], server: { version: '1.0.0', startedAt: 2 } });
    expect(ids()).toEqual(['1', '2', '3', '4']);
    session.leave();
    expect(ids()).toEqual([]);
  });

  it('keeps no more than a thousand', async () => {
    await enter({ messages: Array.from({ length: 1100 }, (_, n) => written(`${n}`)) });
    expect([ids().length, ids().at(-1)]).toEqual([1000, '1099']);
  });

  it('turns a device off when it is muted, tells so once, and may turn it on again', async () => {
    session.setWanted('microphone', true);
    await enter();
    await until(() => session.state.devices.microphone.status === 'on');
    for (let n = 0; n < 2; n += 1) server.say('moderated', { act: 'mute', source: 'microphone' });
    await until(() => !session.state.devices.microphone.wanted);
    await until(() => sent('update').some(({ payload }) => (payload as { media: object }).media));
    session.setWanted('microphone', true);
    expect(session.state.devices.microphone.status).toBe('on');
    server.say('moderated', { act: 'ask-to-unmute', source: 'camera' });
    await until(() => passed.length === 2);
    expect(passed).toEqual(['moderated', 'moderated']);
    expect(session.state.devices.camera.wanted).toBe(false);
  });

  it('passes reactions and data on, which change nothing', async () => {
    await enter();
    const before = session.state;
    server.say('reaction', { from: { identity: 'ben', name: 'Ben' }, emoji: '👍' });
    server.say('data', { topic: 't', payload: 1 });
    await until(() => passed.length === 2);
    expect(passed).toEqual(['reaction', 'data']);
    expect(session.state).toBe(before);
  });

  it('raises a hand again after the server was restarted, but not one that was lowered, nor in another room', async () => {
    const own = (change: Partial<ParticipantRecord> = {}) => person('me', 0, change);
    await enter();
    session.requests.choose({ handRaised: true });
    await until(() => sent('update').length > 0);
    server.say('participant', own({ choices: RAISED, handRaisedAt: 1 }));
    await until(() => session.state.participants.get('me')?.handRaisedAt);
    await comeBack({ participants: [own({ choices: RAISED, handRaisedAt: 2 })] });
    expect(server.auths.at(-1)?.choices).toMatchObject({ handRaised: true });
    server.say('participant', own());
    await until(() => !session.state.participants.get('me')?.choices.handRaised);
    await comeBack({ participants: [own()] });
    expect(server.auths.at(-1)?.choices).toMatchObject({ handRaised: false });
    session.requests.choose({ handRaised: true });
    session.leave();
    await enter();
    expect(server.auths.at(-1)?.choices).not.toHaveProperty('handRaised');
  });

  it('tells of a refusal, but not of an answer that nobody is there for any more', async () => {
    await enter();
    server.reply = () => ({ ok: false, error: { code: 'not-allowed', message: 'No.' } });
    await session.requests.ask('chat', { text: 'x' });
    expect(refused).toEqual(['not-allowed']);
    server.reply = () => undefined;
    const ended = session.requests.ask('moderate', { act: 'end' });
    await until(() => sent('moderate').length > 0);
    server.say('goodbye', { reason: 'room-ended' });
    expect(await ended).toBeUndefined();
    expect([session.state.phase, refused]).toEqual(['left', ['not-allowed']]);
  });
});
