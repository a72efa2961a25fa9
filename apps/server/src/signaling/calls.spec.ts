import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallRecord, CallState } from '@video-room/protocol';
import { restClient } from '../../test/rest-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';
import { linkBetween, offer, type TestClient } from '../../test/test-client.js';

const inState = (state: CallState) => (call: CallRecord) => call.state === state;

describe('calls over the socket', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const inRoom =
    (room: string) =>
    (identity: string, auth: Record<string, unknown> = {}) =>
      server.join(identity, { grant: { room, settings: { kind: 'call' } }, auth });
  const ring = (identity: string) => ({ kind: 'ring', identity, video: true });

  async function callBetween(caller: TestClient, callee: TestClient, identity: string): Promise<CallRecord> {
    const reply = await caller.request('call', ring(identity));
    expect(reply).toEqual({ ok: true, call: expect.any(String) });
    return callee.next('call', (call) => 'call' in reply && call.id === reply.call);
  }

  it('links nobody before the called side has accepted, and both from then on until one hangs up', async () => {
    const join = inRoom('pair');
    const [ada, ben] = [await join('ada'), await join('ben')];
    expect(ben.ready.links).toEqual([]);
    const call = await callBetween(ada, ben, 'ben');
    expect(call).toMatchObject({ kind: 'ring', state: 'ringing', caller: { identity: 'ada' }, video: true });
    expect(await ada.request('answer', { call: call.id, accept: true })).toMatchObject({
      error: { code: 'no-such-call' },
    });
    expect(ada.all('link')).toEqual([]);
    expect(await ben.request('answer', { call: call.id, accept: true })).toEqual({ ok: true });
    for (const client of [ada, ben]) {
      expect(await client.next('call', inState('accepted'))).toMatchObject({ callee: { participant: ben.id } });
      await client.next('link');
      await client.next('participant', ({ id, inCall }) => id === ben.id && inCall);
    }
    const { id } = linkBetween(ada, ben);
    expect(linkBetween(ben, ada).id).toBe(id);
    expect(await ada.request('signal', offer(id))).toEqual({ ok: true });
    await ben.next('signal');
    expect(await ben.request('hang-up', { call: call.id })).toEqual({ ok: true });
    for (const client of [ada, ben]) {
      await client.next('link', ({ state }) => state === 'closed');
      expect(await client.next('call', inState('ended'))).toMatchObject({ endedBy: 'ben', endReason: 'hung-up' });
    }
    expect(await ada.request('signal', offer(id, 2))).toMatchObject({ error: { code: 'no-such-link' } });
  });

  it('rings all devices; one answers, the others are told so', async () => {
    const join = inRoom('devices');
    const ada = await join('ada');
    const [desk, phone] = [await join('ben'), await join('ben')];
    const call = await callBetween(ada, desk, 'ben');
    await phone.next('call');
    await phone.request('answer', { call: call.id, accept: true });
    await desk.next('call', inState('answered-elsewhere'));
    expect(await desk.request('answer', { call: call.id, accept: true })).toMatchObject({
      error: { code: 'no-such-call' },
    });
    await ada.next('link');
    expect(desk.all('link')).toEqual([]);
  });

  it('rings on when the callee reloads, and for one who comes late', async () => {
    const join = inRoom('late');
    const ada = await join('ada');
    const reply = await ada.request('call', ring('ben'));
    const ben = await join('ben');
    expect(ben.ready.calls).toMatchObject([{ state: 'ringing', caller: { identity: 'ada' } }]);
    const { resumeKey } = ben.ready;
    ben.drop();
    const again = await join('ben', { resumeKey });
    expect(again.id).toBe(ben.id);
    expect(again.ready.calls).toMatchObject([{ state: 'ringing' }]);
    await again.request('answer', { call: 'call' in reply && reply.call, accept: false, reason: 'Later\u202e' });
    expect(await ada.next('call', inState('declined'))).toMatchObject({ reason: 'Later' });
  });

  it('goes on after the server has lost its memory', async () => {
    const join = inRoom('restart');
    const [ada, ben] = [
      await join('ada', { instance: 'a'.repeat(20) }),
      await join('ben', { instance: 'b'.repeat(20) }),
    ];
    const call = await callBetween(ada, ben, 'ben');
    await ben.request('answer', { call: call.id, accept: true });
    const { id } = await ada.next('link');
    const keys = await Promise.all([ada, ben].map(async (client) => (await client.next('seat')).resumeKey));
    const other = await startServer();
    try {
      const grant = { room: 'restart', settings: { kind: 'call' } } as const;
      const back = await other.join('ada', { grant, auth: { instance: 'a'.repeat(20), resumeKey: keys[0] } });
      expect(back.ready.calls).toMatchObject([{ id: call.id, state: 'accepted' }]);
      const both = await other.join('ben', { grant, auth: { instance: 'b'.repeat(20), resumeKey: keys[1] } });
      expect(both.ready.links).toMatchObject([{ id, peer: ada.id }]);
      expect((await back.next('link')).id).toBe(id);
      expect(await both.request('hang-up', { call: call.id })).toEqual({ ok: true });
      await back.next('call', inState('ended'));
    } finally {
      await other.stop();
    }
  });
});

describe('doors', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ TURN_URLS: 'turn:turn.example.org', TURN_SECRET: 'a secret of the relay' });
  });
  afterAll(() => server.stop());

  const guest = (room: string, identity: string) =>
    server.join(identity, { grant: { room, settings: { access: 'knock' } } });
  const moderator = (room: string) =>
    server.join('mod', { grant: { room, settings: { access: 'knock' }, grants: { roomAdmin: true } } });

  it('keep a newcomer outside until let in: nothing to see, nobody to reach', async () => {
    const mod = await moderator('door');
    const ann = await guest('door', 'ann');
    expect(ann.ready).toMatchObject({ admitted: false, links: [], calls: [{ kind: 'knock', state: 'ringing' }] });
    expect(ann.ready.participants).toHaveLength(1);
    const knock = await mod.next('call');
    expect(knock).toMatchObject({ kind: 'knock', caller: { identity: 'ann' } });
    expect(mod.all('participant')).toEqual([]);
    expect(await ann.request('answer', { call: knock.id, accept: true })).toMatchObject({ ok: false });
    expect(await mod.request('answer', { call: knock.id, accept: true })).toEqual({ ok: true });
    const ready = await ann.next('ready', ({ admitted }) => admitted);
    expect(ready.participants.map(({ identity }) => identity).sort()).toEqual(['ann', 'mod']);
    expect(ready.links).toMatchObject([{ peer: mod.id }]);
    await mod.next('participant', ({ identity }) => identity === 'ann');
    await mod.next('link');
  });

  it('keep what is for those inside from who waits: words about the room, credentials of relays', async () => {
    const metadata = 'the code of the safe';
    const change = (body: object) => restClient(server.url)('PUT', 'rooms/outside', body);
    await change({ access: 'knock', metadata });
    const mod = await moderator('outside');
    const ann = await guest('outside', 'ann');
    expect(mod.ready).toMatchObject({
      room: { metadata },
      iceServers: [{ credential: expect.any(String) }],
    });
    expect(ann.ready).toMatchObject({ room: { metadata: '' }, iceServers: [] });
    await change({ metadata: `${metadata}!` });
    await change({ capacity: 7 });
    await ann.next('room', ({ capacity }) => capacity === 7);
    expect(ann.all('room').map((room) => room.metadata)).toEqual(['']);
    const { id } = await mod.next('call');
    await mod.request('answer', { call: id, accept: true });
    const inside = await ann.next('ready', ({ admitted }) => admitted);
    expect(inside).toMatchObject({ room: { metadata: `${metadata}!` } });
    expect(inside.iceServers).toHaveLength(mod.ready.iceServers.length);
  });

  it('open by themselves, after the server has lost its memory, for whoever was let in', async () => {
    const mod = await moderator('restarted');
    const ann = await guest('restarted', 'ann');
    const knock = await mod.next('call');
    await mod.request('answer', { call: knock.id, accept: true });
    const { resumeKey } = await ann.next('ready', ({ admitted }) => admitted);
    const others = [resumeKey, ...ann.all('seat').map((seat) => seat.resumeKey)];
    const other = await startServer();
    try {
      for (const key of others) {
        const grant = { room: 'restarted', settings: { access: 'knock' } } as const;
        const back = await other.join('ann', { grant, auth: { resumeKey: key } });
        expect(back.ready).toMatchObject({ admitted: true, you: ann.id });
        back.close();
      }
    } finally {
      await other.stop();
    }
  });

  it('say to those outside, and to nobody else, whether somebody is there who could let them in', async () => {
    const ann = await guest('attended', 'ann');
    expect(ann.ready.room).toMatchObject({ attended: false });
    const mod = await moderator('attended');
    expect(await ann.next('room', ({ attended }) => attended === true)).toMatchObject({ access: 'knock' });
    mod.drop();
    await ann.next('room', ({ attended }) => attended === false);
    expect(mod.ready.room).not.toHaveProperty('attended');
    expect(ann.all('participant')).toEqual([]);
  });

  it('are no longer the concern of somebody who moderates no more, and are again of whoever does', async () => {
    const mod = await moderator('demoted');
    const ann = await guest('demoted', 'ann');
    const { id } = await mod.next('call', inState('ringing'));
    const change = (admin: boolean) =>
      restClient(server.url)('PATCH', `rooms/demoted/participants/${mod.id}`, { rights: { admin } });
    await change(false);
    await mod.next('call', (call) => call.id === id && call.state === 'answered-elsewhere');
    expect(await mod.request('answer', { call: id, accept: true })).toMatchObject({ error: { code: 'no-such-call' } });
    await change(true);
    await mod.until('the knock again', () => mod.all('call').at(-1)?.state === 'ringing');
    expect(await mod.request('answer', { call: id, accept: true })).toEqual({ ok: true });
    await ann.next('ready', ({ admitted }) => admitted);
  });

  it('let nobody in again at once who was declined', async () => {
    const mod = await moderator('again');
    const ann = await guest('again', 'ann');
    const knock = await mod.next('call');
    await mod.request('answer', { call: knock.id, accept: false, reason: 'Not today' });
    await ann.next('call', ({ state, reason }) => state === 'declined' && reason === 'Not today');
    expect(await ann.request('call', { kind: 'knock' })).toMatchObject({
      error: { code: 'rate-limited', retryAfterMs: expect.any(Number) },
    });
  });

  it('are closed to all but those who moderate', async () => {
    const grant = { room: 'closed', settings: { access: 'closed' } } as const;
    const token = await server.token({ identity: 'ann', ...grant });
    expect(await server.connect({ auth: { token } }).refusal()).toMatchObject({ code: 'room-closed' });
    await server.join('mod', { grant: { ...grant, grants: { roomAdmin: true } } });
  });
});

describe('broadcasts over the socket', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('link those on air with those who watch, and never two who watch', async () => {
    const grant = { room: 'b', settings: { kind: 'broadcast' } } as const;
    const watching = { ...grant, grants: { canPublish: false } };
    const host = await server.join('host', { grant });
    const one = await server.join('one', { grant: watching, auth: { choices: { watching: true } } });
    const two = await server.join('two', { grant: watching });
    expect(one.ready.participants.map(({ identity }) => identity)).toEqual(['host', 'one']);
    expect(two.ready.participants.map(({ identity }) => identity)).toEqual(['host', 'two']);
    expect(await one.request('update', { choices: { live: true } })).toMatchObject({ error: { code: 'not-allowed' } });
    await host.request('update', { choices: { live: true } });
    const link = await one.next('link');
    expect(link).toMatchObject({ peer: host.id, state: 'open' });
    await two.settle();
    expect(two.all('link')).toEqual([]);
    expect(await two.request('signal', offer(link.id))).toMatchObject({ error: { code: 'no-such-link' } });
    expect(await host.next('room', ({ watchers }) => watchers === 1)).toMatchObject({ kind: 'broadcast' });
    await two.request('update', { choices: { watching: true } });
    await two.next('link');
    await host.next('room', ({ watchers }) => watchers === 2);
    for (const watcher of [one, two]) expect(watcher.ready.room.watchers).toBeUndefined();
    await host.request('update', { choices: { live: false } });
    for (const watcher of [one, two]) await watcher.next('link', ({ state }) => state === 'closed');
  });

  it('invite a watcher on stage, by consent, and send it back', async () => {
    const grant = { room: 's', settings: { kind: 'broadcast' } } as const;
    const host = await server.join('host', { grant, auth: { choices: { live: true } } });
    const ann = await server.join('ann', {
      grant: { ...grant, grants: { canPublish: false } },
      auth: { choices: { watching: true } },
    });
    const reply = await host.request('call', { kind: 'stage', identity: 'ann' });
    const { id } = await ann.next('call', ({ kind, state }) => kind === 'stage' && state === 'ringing');
    expect(reply).toEqual({ ok: true, call: id });
    await ann.request('answer', { call: id, accept: true });
    const isOnStage = ({
      identity,
      rights,
      choices,
    }: {
      identity: string;
      rights: { publish: unknown[] };
      choices: { live: boolean };
    }) => identity === 'ann' && rights.publish.length > 0 && choices.live;
    await host.next('participant', isOnStage);
    await ann.next('participant', isOnStage);
    await host.request('hang-up', { call: id });
    await ann.next('participant', ({ identity, rights }) => identity === 'ann' && rights.publish.length === 0);
  });
});
