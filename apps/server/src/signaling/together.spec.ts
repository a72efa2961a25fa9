/** Chat, reactions, data, hands and moderation over the socket. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS, type ModerateMessage } from '@video-room/protocol';
import { BASIC } from '../../test/rest-client.js';
import type { TestClient } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';

const OK = { ok: true };
const refusedWith = (code: string) => expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) });

describe('people in a room', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ REST_RATE: '10000' });
  });
  afterAll(() => server.stop());

  let rooms = 0;
  const inRoom =
    (room = `together ${(rooms += 1)}`) =>
    (identity: string, grants: object = {}, settings: object = {}) =>
      server.join(identity, { grant: { room, name: identity.toUpperCase(), grants, settings } });
  const texts = (client: TestClient) => client.all('chat').map(({ text }) => text);

  it('write to all, and who comes later reads it', async () => {
    const join = inRoom();
    const [ada, ben] = [await join('ada'), await join('ben')];
    expect(ben.ready.messages).toEqual([]);
    const reply = await ada.request('chat', { text: ' hello\u202e \n\n\n\nall ' });
    const message = await ben.next('chat');
    expect(message).toEqual({
      id: expect.any(String),
      at: expect.any(Number),
      from: { participant: ada.id, identity: 'ada', name: 'ADA' },
      text: 'hello\n\nall',
    });
    expect(reply).toEqual({ ok: true, message: message.id });
    expect(ada.all('chat')).toEqual([message]);
    expect((await join('cyd')).ready.messages).toEqual([message]);
    expect((await inRoom()('dan')).ready.messages).toEqual([]);
  });

  it('write to one, who alone reads it, also after coming back as somebody new', async () => {
    const join = inRoom();
    const [ada, ben, cyd] = [await join('ada'), await join('ben'), await join('cyd')];
    await ada.request('chat', { text: 'psst', to: ben.id });
    expect(await ben.next('chat')).toMatchObject({ to: { participant: ben.id, identity: 'ben', name: 'BEN' } });
    await cyd.settle();
    expect([texts(ada), texts(ben), texts(cyd)]).toEqual([['psst'], ['psst'], []]);
    await ben.request('leave', {});
    const read = async (identity: string) => (await join(identity)).ready.messages.map(({ text }) => text);
    expect(await read('ben')).toEqual(['psst']);
    expect(await read('dan')).toEqual([]);
  });

  it('of a broadcast hear one another, but watchers can single out only those they are shown', async () => {
    const join = inRoom();
    const host = await join('host', {}, { kind: 'broadcast' });
    const viewer = { canPublish: false, canPublishData: true };
    const [vic, wim] = [await join('vic', viewer), await join('wim', viewer)];
    expect(await vic.request('chat', { text: 'hello' })).toMatchObject(OK);
    for (const client of [host, wim]) expect((await client.next('chat')).from.name).toBe('VIC');
    expect(await vic.request('chat', { text: 'x', to: wim.id })).toEqual(refusedWith('no-such-participant'));
    expect(await vic.request('data', { topic: 't', payload: 1, to: [wim.id] })).toEqual(
      refusedWith('no-such-participant'),
    );
    expect(await vic.request('chat', { text: 'to the host', to: host.id })).toMatchObject(OK);
    await host.next('chat', ({ text }) => text === 'to the host');
    await wim.settle();
    expect(texts(wim)).toEqual(['hello']);
    expect(wim.all('participant')).toEqual([]);
  });

  it('who wait neither read nor write', async () => {
    const join = inRoom();
    const host = await join('host', { roomAdmin: true }, { access: 'knock' });
    const ada = await join('ada');
    await host.request('chat', { text: 'secret' });
    await host.request('react', { emoji: '👍' });
    await host.request('data', { topic: 't', payload: 1 });
    for (const [type, payload] of [
      ['chat', { text: 'x' }],
      ['react', { emoji: '👍' }],
      ['data', { topic: 't', payload: 1 }],
    ] as const) {
      expect(await ada.request(type, payload)).toEqual(refusedWith('not-allowed'));
    }
    expect(await host.request('chat', { text: 'x', to: ada.id })).toEqual(refusedWith('no-such-participant'));
    const again = await join('ada');
    expect([...ada.ready.messages, ...again.ready.messages]).toEqual([]);
    expect(ada.received.filter(({ type }) => ['chat', 'reaction', 'data'].includes(type))).toEqual([]);
    await host.request('answer', { call: (await host.next('call')).id, accept: true });
    const { messages } = await ada.next('ready', ({ admitted }) => admitted);
    expect(messages.map(({ text }) => text)).toEqual(['secret']);
  });

  it('react, and all see it', async () => {
    const join = inRoom();
    const [ada, ben] = [await join('ada'), await join('ben')];
    expect(await ada.request('react', { emoji: '👩🏽‍🚀' })).toEqual(OK);
    const reaction = { from: { participant: ada.id, identity: 'ada', name: 'ADA' }, emoji: '👩🏽‍🚀' };
    expect([await ada.next('reaction'), await ben.next('reaction')]).toEqual([reaction, reaction]);
    expect(await ada.request('react', { emoji: '<b>' })).toEqual(refusedWith('bad-message'));
    expect((await join('cyd')).received.map(({ type }) => type)).toEqual(['ready']);
  });

  it('send data to all others or to some, in the order it was sent', async () => {
    const join = inRoom();
    const [ada, ben, cyd] = [await join('ada'), await join('ben'), await join('cyd')];
    const payload = { deep: [1, null, { ok: true }], text: '<script>' };
    for (const [n, to] of [undefined, [ben.id], undefined, [ben.id, ada.id]].entries()) {
      ada.socket.emit('data', { topic: `${n}`, payload, ...(to && { to }) });
    }
    await ada.settle();
    await ben.until('four', () => ben.all('data').length === 4);
    const from = { participant: ada.id, identity: 'ada', name: 'ADA' };
    expect(ben.all('data')[0]).toEqual({ topic: '0', payload, from });
    expect(ben.all('data').map(({ topic }) => topic)).toEqual(['0', '1', '2', '3']);
    await cyd.settle();
    expect(cyd.all('data').map(({ topic }) => topic)).toEqual(['0', '2']);
    expect(ada.all('data').map(({ topic }) => topic)).toEqual(['3']);
  });

  it.each([
    ['chat', { text: 'x' }, LIMITS.chatsPerTenSeconds],
    ['react', { emoji: '👍' }, LIMITS.reactionsPerTenSeconds],
    ['data', { topic: 't', payload: 1 }, LIMITS.dataPerSecond],
  ])('can send only so many %s at once', async (type, payload, most) => {
    const join = inRoom();
    const [ada, ben] = [await join('ada'), await join('ben')];
    const replies = await Promise.all(Array.from({ length: most + 50 }, () => ada.request(type, payload)));
    const refused = replies.filter(({ ok }) => !ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(50);
    for (const reply of refused) {
      expect(reply).toMatchObject({ error: { code: 'rate-limited', retryAfterMs: expect.any(Number) } });
    }
    expect(await ben.request(type, payload)).toMatchObject(OK);
  });

  it('do not get more to say by coming back', async () => {
    const room = `together ${(rooms += 1)}`;
    const ada = await inRoom(room)('ada');
    const flood = (client: TestClient) =>
      Promise.all(Array.from({ length: LIMITS.chatsPerTenSeconds }, () => client.request('chat', { text: 'x' })));
    await flood(ada);
    const again = await server.join('ada', { grant: { room }, auth: { resumeKey: ada.ready.resumeKey } });
    expect(again.id).toBe(ada.id);
    expect((await flood(again)).filter(({ ok }) => !ok).length).toBeGreaterThan(0);
  });

  it('raise hands, which those who moderate lower', async () => {
    const join = inRoom();
    const [eve, ada, ben] = [await join('eve', { roomAdmin: true }), await join('ada'), await join('ben')];
    for (const client of [ben, ada]) await client.request('update', { choices: { handRaised: true } });
    await eve.until('two hands', () => eve.all('participant').filter(({ handRaisedAt }) => handRaisedAt).length === 2);
    const raised = (client: TestClient) =>
      eve.all('participant').findLast(({ id }) => id === client.id)?.handRaisedAt ?? Number.POSITIVE_INFINITY;
    expect(raised(ben)).toBeLessThanOrEqual(raised(ada));
    expect(await eve.request('moderate', { act: 'lower-hand', participant: ben.id })).toEqual(OK);
    await ben.next('participant', ({ id, handRaisedAt }) => id === ben.id && handRaisedAt !== undefined);
    await ben.until('it to be down', () => ben.all('participant').at(-1)?.choices.handRaised === false);
    expect(ben.all('participant').at(-1)).not.toHaveProperty('handRaisedAt');
  });

  it('are muted and asked to unmute by those who moderate, and told by whom', async () => {
    const join = inRoom();
    const [eve, ada, ben] = [await join('eve', { roomAdmin: true }), await join('ada'), await join('ben')];
    const on = { microphone: true, camera: true };
    for (const client of [eve, ada, ben]) await client.request('update', { media: on });
    const moderate = (message: ModerateMessage) => eve.request('moderate', message);
    const by = { participant: eve.id, identity: 'eve', name: 'EVE' };
    expect(await moderate({ act: 'mute', participant: ada.id, source: 'camera' })).toEqual(OK);
    expect(await ada.next('moderated')).toEqual({ act: 'mute', source: 'camera', by });
    await ben.next('participant', ({ id, media }) => id === ada.id && media.microphone && !media.camera);
    expect(await moderate({ act: 'mute-all', source: 'microphone' })).toEqual(OK);
    for (const client of [ada, ben]) {
      expect(await client.next('moderated', ({ source }) => source === 'microphone')).toMatchObject({
        act: 'mute',
        by,
      });
    }
    expect(await moderate({ act: 'ask-to-unmute', participant: ben.id, source: 'microphone' })).toEqual(OK);
    await ben.next('moderated', ({ act }) => act === 'ask-to-unmute');
    expect(await ben.request('update', { media: on })).toEqual(OK);
    expect(eve.all('moderated')).toEqual([]);
    expect(eve.all('participant').findLast(({ id }) => id === eve.id)?.media).toMatchObject(on);
  });

  it('are locked in, removed for good, and sent home by those who moderate', async () => {
    const room = `together ${(rooms += 1)}`;
    const join = inRoom(room);
    const eve = await join('eve', { roomAdmin: true });
    const [token, other] = await Promise.all(['ada', 'late'].map((identity) => server.token({ room, identity })));
    const ada = await server.connect({ auth: { token } }).whenReady();
    const ben = await join('ben');
    expect(await eve.request('moderate', { act: 'set-access', access: 'closed' })).toEqual(OK);
    expect(await ben.next('room')).toMatchObject({ access: 'closed' });
    expect(await server.connect({ auth: { token: other } }).refusal()).toMatchObject({ code: 'room-closed' });
    expect(await eve.request('moderate', { act: 'remove', participant: ada.id, message: 'Enough' })).toEqual(OK);
    expect(await ada.next('goodbye')).toEqual({ reason: 'removed', message: 'Enough' });
    expect(await server.connect({ auth: { token } }).refusal()).toMatchObject({ code: 'removed' });
    expect(await eve.request('moderate', { act: 'end', message: 'Bye' })).toEqual(OK);
    for (const client of [eve, ben]) {
      expect(await client.next('goodbye')).toEqual({ reason: 'room-ended', message: 'Bye' });
      await client.disconnected();
    }
    expect((await inRoom(room)('ben')).ready.messages).toEqual([]);
  });

  it('take messages with them when the room ends', async () => {
    const room = `together ${(rooms += 1)}`;
    const eve = await inRoom(room)('eve', { roomAdmin: true });
    await eve.request('chat', { text: 'gone' });
    await eve.request('moderate', { act: 'end' });
    await eve.disconnected();
    expect((await inRoom(room)('ada')).ready.messages).toEqual([]);
  });

  it('lose and get the right to moderate and to speak while they are in', async () => {
    const room = `together ${(rooms += 1)}`;
    const eve = await inRoom(room)('eve', { roomAdmin: true });
    const change = (rights: object) =>
      fetch(`${server.url}/api/v1/rooms/${encodeURIComponent(room)}/participants/${eve.id}`, {
        method: 'PATCH',
        headers: { authorization: BASIC, 'content-type': 'application/json' },
        body: JSON.stringify({ rights }),
      });
    expect((await change({ admin: false, publishData: false })).status).toBe(200);
    expect(await eve.request('moderate', { act: 'mute-all', source: 'camera' })).toEqual(refusedWith('not-allowed'));
    expect(await eve.request('chat', { text: 'x' })).toEqual(refusedWith('not-allowed'));
    expect((await change({ admin: true, publishData: true })).status).toBe(200);
    expect(await eve.request('moderate', { act: 'mute-all', source: 'camera' })).toEqual(OK);
    expect(await eve.request('chat', { text: 'x' })).toMatchObject(OK);
  });
});
