import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addFigure, inLongRun, isLongRun } from '../../../../bench/report/long-run.js';
import { shortToken } from '../../test/short-tokens.js';
import { linkBetween, type TestClient } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';
import { termOf } from './token-terms.js';

/** Long enough to come in on a slow machine. */
const SHORT_SECONDS = 3;
const UNAUTHORIZED = { code: 'unauthorized', message: 'The token is missing or not valid.' };

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ ALLOWED_ORIGINS: 'https://site.example' });
});
afterAll(() => server.stop());

// Each in a room of its own and all at once, as they mostly wait.
describe('when a token ends', () => {
  const enter = async (identity: string, room: string, seconds: number) => {
    const token = await shortToken(server, seconds, { identity, room });
    return { token, client: await server.join(identity, { auth: { token } }) };
  };
  const ended = (client: TestClient) => client.next('goodbye', ({ reason }) => reason === 'token-expired');

  it.concurrent('its holder is told before, then its seat is given up, and the same token opens nothing', async () => {
    const seconds = inLongRun(SHORT_SECONDS, 5);
    const ben = await server.join('ben', { grant: { room: 'end' } });
    const startedAt = Date.now();
    const { token, client: ada } = await enter('ada', 'end', seconds);
    const { expiresAt } = await ada.next('token-expiring');
    expect(ada.all('goodbye')).toEqual([]);
    await ended(ada);
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt);
    await ada.disconnected();
    const afterMs = Date.now() - startedAt;
    if (isLongRun) {
      const name = 'a socket whose token lasts 5 s is ended after';
      addFigure({ name, measured: `${afterMs} ms`, bound: 'at most 6,000 ms', met: afterMs <= 6000 });
    }
    await ben.next('participant', ({ id, leaveReason }) => id === ada.id && leaveReason === 'left');
    expect(ben.all('participant').some(({ connection }) => connection === 'away')).toBe(false);
    expect(ben.all('link').at(-1)).toMatchObject({ peer: ada.id, state: 'closed' });
    const again = server.connect({ auth: { token, resumeKey: ada.ready.resumeKey } });
    expect(await again.refusal()).toEqual(UNAUTHORIZED);
  });

  it.concurrent('whoever waits at the door has to go, too, and the knock is over', async () => {
    const settings = { access: 'knock' as const };
    const host = await server.join('host', { grant: { room: 'door', settings, grants: { roomAdmin: true } } });
    const { client: guest } = await enter('guest', 'door', SHORT_SECONDS);
    expect(guest.ready.admitted).toBe(false);
    await guest.next('token-expiring');
    await ended(guest);
    await host.next('call', ({ kind, state }) => kind === 'knock' && state === 'cancelled');
  });

  it.concurrent('a newer one goes on without a break, with its rights, and what was its end is none', async () => {
    const ben = await server.join('ben', { grant: { room: 'on' } });
    const { client: ada } = await enter('ada', 'on', SHORT_SECONDS);
    const { client: cyd } = await enter('cyd', 'on', SHORT_SECONDS + 0.1);
    const link = linkBetween(ada, ben);
    await ada.next('token-expiring');
    const grants = { canPublishSources: ['microphone'] };
    const token = await server.token({ room: 'on', identity: 'ada', grants });
    const reply = await ada.request('renew', { token });
    expect(reply.ok && (reply.expiresAt ?? 0) > Date.now() + 60_000).toBe(true);
    const { rights } = await ben.next('participant', ({ id, rights }) => id === ada.id && rights.publish.length === 1);
    expect(rights.publish).toEqual(['microphone']);
    // Somebody whose token ends a little later has to go by then.
    await ended(cyd);
    await ada.settle();
    expect(ada.all('goodbye')).toEqual([]);
    expect(linkBetween(ada, ben)).toEqual(link);
    expect(ben.all('participant').some(({ id, connection }) => id === ada.id && connection !== 'online')).toBe(false);
  });

  it.concurrent('what moderation has taken stays taken under a newer one', async () => {
    const room = 'taken';
    const ada = await server.join('ada', { grant: { room, grants: { canPublishSources: ['microphone'] } } });
    const host = await server.join('host', { grant: { room, grants: { roomAdmin: true } } });
    await ada.request('update', { media: { microphone: true, camera: false } });
    const token = await server.token({ room, identity: 'ada', grants: { canPublish: false, roomAdmin: true } });
    expect(await ada.request('renew', { token })).toMatchObject({ ok: true });
    const record = await host.next('participant', ({ id, rights }) => id === ada.id && rights.admin);
    expect(record).toMatchObject({ rights: { publish: [] }, media: { microphone: false } });
    expect(await ada.request('moderate', { act: 'mute-all', source: 'camera' })).toEqual({ ok: true });
  });

  it.concurrent('no other one will do, and none that is refused changes anything', async () => {
    const { client: ada } = await enter('ada', 'other', SHORT_SECONDS);
    const { client: cyd } = await enter('cyd', 'other', SHORT_SECONDS + 0.1);
    const refused = async (token: string) => {
      const reply = await ada.request('renew', { token });
      return reply.ok ? 'ok' : reply.error;
    };
    const mine = { room: 'other', identity: 'ada' };
    expect(await refused(await server.token({ ...mine, room: 'elsewhere' }))).toEqual(UNAUTHORIZED);
    expect(await refused(await server.token({ ...mine, identity: 'cyd' }))).toEqual(UNAUTHORIZED);
    expect(await refused(ada.ready.resumeKey)).toEqual(UNAUTHORIZED);
    expect(await refused(await shortToken(server, -1, mine))).toEqual(UNAUTHORIZED);
    const elsewhere = await server.token({ ...mine, origins: ['https://site.example'] });
    expect(await refused(elsewhere)).toMatchObject({ code: 'origin-not-allowed' });
    for (const payload of [{}, { token: 7 }, { token: 'x'.repeat(9000) }, { token: '', more: 1 }]) {
      expect(await ada.request('renew', payload)).toMatchObject({ ok: false, error: { code: 'bad-message' } });
    }
    await ended(ada);
    await ended(cyd);
  });

  it.concurrent('the resume key ends with it, and one that came with a newer token with that', async () => {
    const auth = async () => ({ token: await server.token({ room: 'keys', identity: 'ada' }) });
    const { client: ada } = await enter('ada', 'keys', SHORT_SECONDS);
    const { client: bob } = await enter('bob', 'keys', SHORT_SECONDS + 0.1);
    await ada.request('renew', await auth());
    const { resumeKey } = await ada.next('seat');
    await ended(bob);
    const withOld = await server.join('ada', { auth: { ...(await auth()), resumeKey: ada.ready.resumeKey } });
    expect(withOld.id).not.toBe(ada.id);
    const withNew = await server.join('ada', { auth: { ...(await auth()), resumeKey } });
    expect(withNew.id).toBe(ada.id);
  });
});

describe('how long before its end a socket is told', () => {
  it.each([
    ['a day', 86_400, 60],
    ['three minutes', 180, 60],
    ['one minute', 60, 20],
    ['six seconds', 6, 2],
  ])('of %s', (_, seconds, before) => {
    const { expiresAt, warnAt = 0 } = termOf(seconds * 1000, 0);
    expect((expiresAt - warnAt) / 1000).toBe(before);
  });
});
