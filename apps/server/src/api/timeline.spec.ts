/** Reading timelines as a site's backend does. */
import { describe, expect, it } from '@jest/globals';
import type { LogLine } from '@video-room/protocol';
import { linkBetween, offer, type TestClient } from '../../test/test-client.js';
import { ask, newRoom, pathOf, server } from '../../test/rest-suite.js';
import type { CallResource } from './call-resource.js';
import type { TimelinePageResource } from './timeline-resource.js';

const notFound = { status: 404, body: { code: 'not-found' } };
const settings = { timeline: true };

const logOf = (...lines: LogLine[]) => ({ offsetMs: 0, dropped: 3, lines });

const tell = (client: TestClient, ...texts: string[]) =>
  client.request('log', logOf(...texts.map((text) => ({ time: Date.now(), level: 'info', category: 'ice', text }))));

const read = async (path: string) => (await ask('GET', path)).body as TimelinePageResource;
const textsOf = ({ entries }: TimelinePageResource) => entries.map(({ text }) => text);

describe('/api/v1/rooms/{room}/timeline', () => {
  it('is there for rooms that keep one, made by a token or a request, and stays when they end', async () => {
    const made = newRoom();
    expect(await ask('PUT', pathOf(made), settings)).toMatchObject({ status: 201, body: settings });
    expect(await ask('GET', `${pathOf(made)}/timeline`)).toMatchObject({
      status: 200,
      body: { entries: [], dropped: 0 },
    });
    const room = newRoom();
    const ada = await server.join('ada', { grant: { room, settings } });
    expect(await ask('GET', pathOf(room))).toMatchObject({ body: settings });
    await tell(ada, 'kept');
    expect(await ask('DELETE', pathOf(room))).toMatchObject({ status: 204 });
    await ada.disconnected();
    const page = await read(`${pathOf(room)}/timeline`);
    expect(textsOf(page)).toEqual(['joined', 'kept', 'left']);
    expect(page.dropped).toBe(3);
    expect(page.entries[1]).toEqual({
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      from: ada.id,
      level: 'info',
      category: 'ice',
      text: 'kept',
    });
  });

  it('is not there for others', async () => {
    const room = newRoom();
    expect(await ask('GET', `${pathOf(room)}/timeline`)).toMatchObject(notFound);
    await server.join('ada', { grant: { room } });
    expect(await ask('GET', `${pathOf(room)}/timeline`)).toMatchObject(notFound);
    expect(await ask('GET', `${pathOf(room)}/calls/no-such-call/timeline`)).toMatchObject(notFound);
    const anonymous = await ask('GET', `${pathOf(room)}/timeline`, undefined, { authorization: '' });
    expect(anonymous).toMatchObject({ status: 401 });
  });

  it('comes page by page, and of one participant', async () => {
    const room = newRoom();
    const ada = await server.join('ada', { grant: { room, settings } });
    const ben = await server.join('ben', { grant: { room, settings } });
    await tell(ada, 'a1', 'a2');
    await tell(ben, 'b1');
    const path = `${pathOf(room)}/timeline`;
    const all = await read(path);
    const texts: string[] = [];
    let cursor: string | undefined = '';
    for (let pages = 0; cursor !== undefined; pages += 1) {
      expect(pages).toBeLessThan(10);
      const page: TimelinePageResource = await read(`${path}?limit=2${cursor && `&cursor=${cursor}`}`);
      expect(page.entries.length).toBeLessThanOrEqual(2);
      texts.push(...textsOf(page));
      cursor = page.nextCursor;
    }
    expect(texts).toEqual(textsOf(all));
    expect([...texts].sort()).toEqual(['a1', 'a2', 'b1', 'joined', 'joined', 'link opened']);
    expect(textsOf(await read(`${path}?participant=${ben.id}`)).sort()).toEqual(['b1', 'joined', 'link opened']);
    expect(textsOf(await read(`${path}?participant=nobody`))).toEqual([]);
  });

  it('follows one signal through both pages and the server', async () => {
    const room = newRoom();
    const ada = await server.join('ada', { grant: { room, settings } });
    const ben = await server.join('ben', { grant: { room, settings } });
    const { id: link } = linkBetween(ben, ada);
    for (const seq of [1, 12]) {
      await ben.request('signal', offer(link, seq));
      const about = { time: Date.now(), level: 'debug', category: 'signal', cause: `${link}:${seq}` };
      await ben.request('log', logOf({ ...about, text: 'offer sent', person: ada.id }));
      await ada.request('log', logOf({ ...about, text: 'offer received', person: ben.id }));
    }
    const path = `${pathOf(room)}/timeline?cause=${link}:1`;
    const { entries } = await read(path);
    expect(entries.map(({ from, text, cause }) => [from, text, cause])).toEqual([
      [ben.id, 'offer sent', `${link}:1`],
      ['server', 'signal relayed', `${link}:1`],
      [ada.id, 'offer received', `${link}:1`],
    ]);
    expect(textsOf(await read(`${path}&link=${link}&participant=${ada.id}`))).toHaveLength(3);
    expect(textsOf(await read(`${path}&link=another`))).toEqual([]);
  });

  it.each([
    'limit=0',
    'limit=1001',
    'limit=x',
    'cursor=%00',
    'cursor=abc',
    'participant=',
    'link=',
    'cause=',
    'cause=1',
    'after=1',
  ])('refuses %s', async (query) => {
    const room = newRoom();
    await ask('PUT', pathOf(room), settings);
    expect(await ask('GET', `${pathOf(room)}/timeline?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid-request' },
    });
  });
});

describe('/api/v1/rooms/{room}/calls/{id}/timeline', () => {
  it('holds what the two say and what the server says of them, and nobody else', async () => {
    const room = newRoom();
    const grant = { room, settings: { ...settings, kind: 'call' as const } };
    const [ada, ben, cyd] = [
      await server.join('ada', { grant }),
      await server.join('ben', { grant }),
      await server.join('cyd', { grant }),
    ];
    const rung = await ask('POST', `${pathOf(room)}/calls`, { caller: 'ada', callee: 'ben' });
    const { id } = rung.body as CallResource;
    await ben.next('call');
    await ben.request('answer', { call: id, accept: true });
    await ada.next('link', ({ state }) => state === 'open');
    await tell(ada, 'of ada');
    await tell(ben, 'of ben');
    await tell(cyd, 'of cyd');
    const page = await read(`${pathOf(room)}/calls/${id}/timeline`);
    expect(textsOf(page)).toEqual(expect.arrayContaining(['of ada', 'of ben', 'call', 'link opened']));
    expect(textsOf(page)).not.toContain('of cyd');
    for (const { from, person } of page.entries) {
      expect([ada.id, ben.id]).toContain(from === 'server' ? person : from);
    }
  });
});
