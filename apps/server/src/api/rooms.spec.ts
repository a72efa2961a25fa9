import { describe, expect, it } from '@jest/globals';
import { restClient } from '../../test/rest-client.js';
import { ask, newRoom, pathOf, server } from '../../test/rest-suite.js';
import { startServer } from '../../test/test-server.js';

const ROOM = {
  name: 'r',
  kind: 'meeting',
  access: 'open',
  capacity: 12,
  metadata: '',
  showWatchers: false,
  createdAt: expect.any(String),
  lasting: true,
};

describe('/api/v1/rooms', () => {
  const etagOf = async (name: string) => (await ask('GET', pathOf(name))).headers.get('etag') ?? '';

  it('are made, looked at, changed and deleted', async () => {
    const name = 'a/b:c 語';
    const made = await ask('PUT', pathOf(name), { kind: 'broadcast', capacity: 3, metadata: 'm' });
    const room = { ...ROOM, name, kind: 'broadcast', capacity: 3, metadata: 'm' };
    expect(made).toMatchObject({ status: 201, body: room });
    expect(made.headers.get('cache-control')).toBe('no-store');
    const changed = await ask('PUT', pathOf(name), { access: 'knock', showWatchers: true });
    expect(changed).toMatchObject({ status: 200, body: { ...room, access: 'knock', showWatchers: true } });
    const got = await ask('GET', pathOf(name));
    expect(got.body).toEqual(changed.body);
    expect(got.headers.get('etag')).toBe(changed.headers.get('etag'));
    expect(await ask('DELETE', pathOf(name))).toMatchObject({ status: 204, body: undefined });
    for (const method of ['GET', 'DELETE']) {
      expect(await ask(method, pathOf(name))).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });

  it('are what somebody with a token then comes into', async () => {
    const name = newRoom();
    const endsAt = '2099-01-01T00:00:00.000Z';
    await ask('PUT', pathOf(name), { kind: 'call', capacity: 1, metadata: 'm', endsAt });
    const grant = { room: name, settings: { kind: 'meeting', capacity: 9 } } as const;
    const ada = await server.join('ada', { grant });
    const room = { name, kind: 'call', access: 'open', capacity: 1, metadata: 'm', endsAt: Date.parse(endsAt) };
    expect(ada.ready.room).toMatchObject(room);
    const ben = server.connect({ auth: { token: await server.token({ ...grant, identity: 'ben' }) } });
    expect(await ben.refusal()).toMatchObject({ code: 'room-full' });
  });

  it('tell those inside what changes, but do not change their kind', async () => {
    const name = newRoom();
    const ada = await server.join('ada', { grant: { room: name } });
    expect((await ask('GET', pathOf(name))).body).toMatchObject({ lasting: false });
    expect(await ask('PUT', pathOf(name), { kind: 'call' })).toMatchObject({
      status: 409,
      body: { code: 'room-occupied' },
    });
    await ask('PUT', pathOf(name), { kind: 'meeting', access: 'closed', capacity: 2 });
    expect(await ada.next('room')).toMatchObject({ access: 'closed', capacity: 2 });
    const ben = server.connect({ auth: { token: await server.token({ room: name, identity: 'ben' }) } });
    expect(await ben.refusal()).toMatchObject({ code: 'room-closed' });
    const admin = await server.join('eve', { grant: { room: name, grants: { roomAdmin: true } } });
    expect(admin.ready.admitted).toBe(true);
  });

  it('let in those who wait when they are opened, and send them away when they are closed', async () => {
    const room = newRoom();
    const grant = { room, settings: { access: 'knock' } } as const;
    const eve = await server.join('eve', { grant: { ...grant, grants: { roomAdmin: true } } });
    const ada = await server.join('ada', { grant });
    await ask('PUT', pathOf(room), { access: 'open' });
    const ready = await ada.next('ready', ({ admitted }) => admitted);
    expect(ready.calls).toMatchObject([{ kind: 'knock', state: 'accepted' }]);
    expect(ready.calls[0]).not.toHaveProperty('reason');
    await eve.next('call', ({ state }) => state === 'answered-elsewhere');
    await ask('PUT', pathOf(room), { access: 'knock' });
    const ben = await server.join('ben', { grant });
    await ask('PUT', pathOf(room), { access: 'closed' });
    await ben.disconnected();
    await eve.next('call', ({ state }) => state === 'cancelled');
    expect(ben.all('goodbye')).toEqual([]);
    const token = await server.token({ ...grant, identity: 'ben' });
    const back = server.connect({ auth: { token, resumeKey: ben.ready.resumeKey } });
    expect(await back.refusal()).toMatchObject({ code: 'room-closed' });
    expect(await ada.request('update', {})).toEqual({ ok: true });
  });

  it('are changed only by who has seen them as they are, if it says what it saw', async () => {
    const name = newRoom();
    const none = await ask('PUT', pathOf(name), {}, { 'if-match': '*' });
    expect(none).toMatchObject({ status: 412, body: { code: 'precondition-failed' } });
    expect((await ask('PUT', pathOf(name), {}, { 'if-none-match': '*' })).status).toBe(201);
    expect((await ask('PUT', pathOf(name), {}, { 'if-none-match': '*' })).status).toBe(412);
    const seen = await etagOf(name);
    const both = await Promise.all(
      [3, 4].map((capacity) => ask('PUT', pathOf(name), { capacity }, { 'if-match': `"other", ${seen}` })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await ask('PUT', pathOf(name), {}, { 'if-match': seen })).status).toBe(412);
    expect((await ask('PUT', pathOf(name), {}, { 'if-match': `W/${await etagOf(name)}` })).status).toBe(412);
    expect((await ask('PUT', pathOf(name), {}, { 'if-match': '*' })).status).toBe(200);
    await ask('DELETE', pathOf(name));
    await ask('PUT', pathOf(name), {});
    expect(await etagOf(name)).not.toBe(seen);
  });

  it('keep their ETag while nothing changes, whoever comes and goes', async () => {
    const name = newRoom();
    await ask('PUT', pathOf(name), { capacity: 5 });
    const seen = await etagOf(name);
    await ask('PUT', pathOf(name), { capacity: 5 });
    await server.join('ada', { grant: { room: name } });
    expect(await etagOf(name)).toBe(seen);
  });

  it('are listed page by page', async () => {
    const other = await startServer({ REST_RATE: '10000' });
    const askOther = restClient(other.url);
    try {
      expect((await askOther('GET', 'rooms')).body).toEqual({ rooms: [] });
      const names = ['b', 'a', 'c', 'ä b', 'd'];
      for (const name of names) await askOther('PUT', pathOf(name), {});
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await askOther('GET', `rooms?limit=2${cursor === undefined ? '' : `&cursor=${cursor}`}`);
        const page = body as { rooms: { name: string }[]; nextCursor?: string };
        expect(page.rooms.length).toBeLessThanOrEqual(2);
        seen.push(...page.rooms.map(({ name }) => name));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(seen).toEqual(['a', 'b', 'c', 'd', 'ä b']);
    } finally {
      await other.stop();
    }
  });

  it('end for all when they are deleted', async () => {
    const name = newRoom();
    const people = await Promise.all(
      ['ada', 'ben'].map((identity) => server.join(identity, { grant: { room: name } })),
    );
    expect((await ask('DELETE', `${pathOf(name)}?message=${encodeURIComponent('Good\u202e night ')}`)).status).toBe(
      204,
    );
    for (const client of people) {
      expect(await client.next('goodbye')).toEqual({ reason: 'room-ended', message: 'Good night' });
      await client.disconnected();
    }
  });

  it('end for all at their end', async () => {
    const name = newRoom();
    const ada = await server.join('ada', { grant: { room: name } });
    expect((await ask('PUT', pathOf(name), { endsAt: new Date(Date.now() + 1500).toISOString() })).status).toBe(200);
    expect(await ada.next('goodbye')).toEqual({ reason: 'room-ended' });
    expect((await ask('GET', pathOf(name))).status).toBe(404);
  });

  it.each<[string, string, string, unknown, string[]]>([
    ['unknown fields', 'PUT', 'rooms/r', { lasting: true, name: 'x' }, ['/lasting', '/name']],
    ['an unknown kind', 'PUT', 'rooms/r', { kind: 'party' }, ['/kind']],
    ['an unknown access', 'PUT', 'rooms/r', { access: 'ajar' }, ['/access']],
    ['no capacity', 'PUT', 'rooms/r', { capacity: 0 }, ['/capacity']],
    ['too much metadata', 'PUT', 'rooms/r', { metadata: 'x'.repeat(4097) }, ['/metadata']],
    ['an end that is past', 'PUT', 'rooms/r', { endsAt: '2001-01-01T00:00:00Z' }, ['/endsAt']],
    ['an end without a zone', 'PUT', 'rooms/r', { endsAt: '2099-01-01T00:00:00' }, ['/endsAt']],
    ['a list', 'PUT', 'rooms/r', [], ['']],
    ['no body', 'PUT', 'rooms/r', undefined, ['']],
    ['a long name', 'PUT', `rooms/${'x'.repeat(129)}`, {}, ['']],
    ['a limit of none', 'GET', 'rooms?limit=0', undefined, ['/limit']],
    ['a limit of text', 'GET', 'rooms?limit=all', undefined, ['/limit']],
    ['a cursor of nothing', 'GET', 'rooms?cursor=', undefined, ['/cursor']],
    ['an unknown question', 'GET', 'rooms?sort=name', undefined, ['/sort']],
    ['a long message', 'DELETE', `rooms/r?message=${'x'.repeat(1601)}`, undefined, ['/message']],
  ])('name each fault of a request with %s', async (_, method, url, body, pointers) => {
    const answer = await ask(method, url, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('tell nobody without a key whether they exist', async () => {
    const name = newRoom();
    const ada = await server.join('ada', { grant: { room: name } });
    const answers = [];
    for (const room of [name, 'there is none of this name', 'x'.repeat(200)]) {
      for (const [method, rest] of [
        ['GET', ''],
        ['PUT', ''],
        ['DELETE', ''],
        ['GET', '/participants'],
        ['PATCH', `/participants/${ada.id}`],
        ['DELETE', `/participants/${ada.id}`],
        ['POST', `/participants/${ada.id}/admit`],
        ['POST', `/participants/${ada.id}/decline`],
      ] as const) {
        const { status, body } = await ask(method, `${pathOf(room)}${rest}`, undefined, { authorization: '' });
        answers.push(JSON.stringify([status, body]));
      }
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('401');
    expect((await ask('GET', 'rooms', undefined, { authorization: '' })).status).toBe(401);
  });

  it('slow a key down', async () => {
    const slow = await startServer({ REST_RATE: '2' });
    const askSlow = restClient(slow.url);
    try {
      for (const room of ['r', 's']) expect((await askSlow('PUT', pathOf(room), {})).status).toBe(201);
      const answer = await askSlow('PUT', pathOf('t'), {});
      expect(answer).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await slow.stop();
    }
  });
});
