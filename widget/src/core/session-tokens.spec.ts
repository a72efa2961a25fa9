import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeEngine } from './engine/fake/fake-engine.js';
import { VideoRoomError } from './errors.js';
import { FakeDevices } from './media/fake-devices.js';
import { linkTo, person, ScriptedServer, until } from './scripted-server.js';
import { Session } from './session.js';
import type { TokenSource } from './token-source.js';

const tokenOf = (sub: string, n: number) =>
  `h.${Buffer.from(JSON.stringify({ sub, video: { room: 'r' }, n })).toString('base64url')}.s`;
const FIRST = tokenOf('ada', 0);
const refusal = { code: 'unauthorized' as const, message: 'no' };

describe('a session whose token ends', () => {
  let server: ScriptedServer;
  let session: Session;
  let engine: FakeEngine;
  let passed: string[];

  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
    engine = new FakeEngine();
    session = new Session({
      engine: () => engine,
      devices: new FakeDevices(),
      storage: undefined,
      page: undefined,
      quietLossMs: 0,
    });
    passed = [];
    session.on('passing', ({ type }) => passed.push(type));
  });
  afterEach(async () => {
    session.close();
    await server.stop();
  });

  async function enter(token: string | TokenSource, currentToken?: () => string): Promise<void> {
    server.ready = { ...server.ready, participants: [person('me'), person('ben')], links: [linkTo('ben')] };
    session.join({ serverUrl: server.url, token, currentToken });
    await until(() => session.state.phase === 'joined');
  }

  const renewed = () => server.messages.flatMap(({ type, payload }) => (type === 'renew' ? [payload] : []));
  const endToken = () => {
    server.say('goodbye', { reason: 'token-expired' });
    server.cut();
  };

  it('asks its source for another of the same person, and goes on without a break', async () => {
    const asked: unknown[] = [];
    await enter((identity) => Promise.resolve({ token: tokenOf('ada', asked.push(identity)) }));
    const phases: string[] = [];
    session.on('state', ({ state }) => phases.push(state.phase));
    server.say('token-expiring', { expiresAt: 1 });
    await until(() => renewed().length === 1);
    expect(asked).toEqual([undefined, 'ada']);
    expect(renewed()).toEqual([{ token: tokenOf('ada', 2) }]);
    expect(passed).toEqual(['token-expiring']);
    expect(phases.filter((phase) => phase !== 'joined')).toEqual([]);
    expect(server.auths).toHaveLength(1);
    server.cut();
    await until(() => server.auths.length === 2);
    expect(server.auths[1]?.token).toBe(tokenOf('ada', 2));
  });

  it('asks a source that fails again', async () => {
    let n = 0;
    await enter(() =>
      (n += 1) === 2
        ? Promise.reject(new VideoRoomError('token-endpoint-failed', 'down'))
        : Promise.resolve({ token: tokenOf('ada', n) }),
    );
    server.say('token-expiring', { expiresAt: 1 });
    await until(() => renewed().length === 1);
    expect(renewed()).toEqual([{ token: tokenOf('ada', 3) }]);
  });

  it('goes on with what the page puts in its place, when told of the end or at any time', async () => {
    let token = FIRST;
    session.on('passing', () => (token = tokenOf('ada', 1)));
    await enter(FIRST, () => token);
    server.say('token-expiring', { expiresAt: 1 });
    await until(() => renewed().length === 1);
    token = tokenOf('ada', 2);
    session.tokenGiven();
    await until(() => renewed().length === 2);
    session.tokenGiven();
    token = '';
    session.tokenGiven();
    expect(renewed()).toEqual([1, 2].map((n) => ({ token: tokenOf('ada', n) })));
  });

  it('keeps the one it has when another is refused', async () => {
    let token = FIRST;
    await enter(FIRST, () => token);
    server.reply = () => ({ ok: false, error: refusal });
    token = tokenOf('somebody else', 1);
    session.tokenGiven();
    await until(() => renewed().length === 1);
    server.reply = () => ({ ok: true });
    server.cut();
    await until(() => server.auths.length === 2);
    expect(server.auths[1]?.token).toBe(FIRST);
  });

  it('has left, and says why, if there is no other', async () => {
    await enter(FIRST, () => FIRST);
    server.say('token-expiring', { expiresAt: 1 });
    await until(() => passed.length === 1);
    endToken();
    await until(() => session.state.phase === 'left');
    expect(session.state.leftReason).toBe('token-expired');
    expect(renewed()).toEqual([]);
    expect(server.auths).toHaveLength(1);
  });

  it('comes back by itself as somebody new, without the key of the old seat, if its source has another by then', async () => {
    const given = ['a', 'b'].map((_, n) => tokenOf('ada', n + 1));
    await enter(() => Promise.resolve({ token: given.shift() ?? '' }));
    server.refuse = ({ token }) => (token === tokenOf('ada', 1) ? refusal : undefined);
    server.ready = { ...server.ready, you: 'me-again', participants: [person('me-again')] };
    endToken();
    await until(() => session.state.you === 'me-again');
    expect(session.state.phase).toBe('joined');
    expect(server.auths.at(-1)).toMatchObject({ token: tokenOf('ada', 2) });
    expect(server.auths.at(-1)).not.toHaveProperty('resumeKey');
  });

  it('does not give up at once when its source fails while the token is over', async () => {
    let n = 0;
    await enter(() =>
      (n += 1) === 2
        ? Promise.reject(new Error('the network is not back yet'))
        : Promise.resolve({ token: tokenOf('ada', n) }),
    );
    server.refuse = ({ token }) => (token === tokenOf('ada', 1) ? refusal : undefined);
    endToken();
    await until(() => server.auths.at(-1)?.token === tokenOf('ada', 3));
    await until(() => session.state.phase === 'joined');
  });
});
