/** What a site's backend says to a room and does to the people in it while they talk. */
import { describe, expect, it } from '@jest/globals';
import { ask, newRoom, pathOf, server } from '../../test/rest-suite.js';
import type { TestClient } from '../../test/test-client.js';
import type { MessageList } from './talk-resource.js';

const on = { microphone: true, camera: true };
const notFound = { status: 404, body: { code: 'not-found' } };

async function roomOf<Names extends string[]>(...names: Names) {
  const room = newRoom();
  const people: TestClient[] = [];
  for (const name of names) people.push(await server.join(name, { grant: { room }, auth: { media: on } }));
  return { room, path: pathOf(room), people: people as { [Name in keyof Names]: TestClient } };
}

const messagesOf = async (path: string) => ((await ask('GET', `${path}/messages`)).body as MessageList).messages;

describe('/api/v1/rooms/{room}/messages', () => {
  it('come from the site to everybody, and are read by those who come later', async () => {
    const { room, path, people } = await roomOf('ada', 'ben');
    const answer = await ask('POST', `${path}/messages`, { text: 'Ten minutes\u202e \n left', name: 'Weekly' });
    const from = { identity: '', name: 'Weekly' };
    const text = 'Ten minutes\nleft';
    expect(answer).toMatchObject({ status: 201, body: { from, text, at: expect.stringMatching(/Z$/) } });
    for (const client of people) expect(await client.next('chat')).toMatchObject({ from, text });
    expect((await server.join('cyd', { grant: { room } })).ready.messages).toMatchObject([{ from, text }]);
    await ask('POST', `${path}/messages`, { text: 'nameless' });
    expect((await people[0].next('chat', (message) => message.text === 'nameless')).from.name).toBe('');
  });

  it('are those to everybody', async () => {
    const { path, people } = await roomOf('ada', 'ben');
    const [ada, ben] = people;
    expect(await messagesOf(path)).toEqual([]);
    await ada.request('chat', { text: 'hello' });
    await ada.request('chat', { text: 'psst', to: ben.id });
    await ask('POST', `${path}/messages`, { text: 'for Ben', to: ben.id });
    expect(await ben.next('chat', ({ text }) => text === 'for Ben')).toMatchObject({ to: { identity: 'ben' } });
    expect(await messagesOf(path)).toMatchObject([
      { from: { participant: ada.id, identity: 'ada', name: 'ada' }, text: 'hello' },
    ]);
    await ada.settle();
    expect(ada.all('chat').map(({ text }) => text)).toEqual(['hello', 'psst']);
  });

  it('and data and muting need a room and people who are there', async () => {
    const { path } = await roomOf('ada');
    const elsewhere = await server.join('ben', { grant: { room: newRoom() } });
    const requests: [string, unknown][] = [
      ['rooms/nowhere/messages', { text: 'x' }],
      ['rooms/nowhere/data', { topic: 't', payload: 1 }],
      ['rooms/nowhere/mute', { source: 'camera' }],
      [`${path}/messages`, { text: 'x', to: elsewhere.id }],
      [`${path}/data`, { topic: 't', payload: 1, to: [elsewhere.id] }],
      [`${path}/participants/${elsewhere.id}/mute`, { source: 'camera' }],
      [`${path}/participants/${elsewhere.id}/ask-to-unmute`, { source: 'camera' }],
      [`${path}/participants/${elsewhere.id}/lower-hand`, undefined],
    ];
    for (const [where, body] of requests) expect(await ask('POST', where, body)).toMatchObject(notFound);
    expect(await ask('GET', 'rooms/nowhere/messages')).toMatchObject(notFound);
  });

  it.each<[string, string, unknown, string[]]>([
    ['no text', 'messages', { text: ' \u200b ' }, ['/text']],
    ['too much text', 'messages', { text: 'x'.repeat(2001) }, ['/text']],
    ['somebody else’s words', 'messages', { text: 'x', from: { identity: 'ada' } }, ['/from']],
    ['no payload', 'data', { topic: 't' }, ['/payload']],
    ['too large a payload', 'data', { topic: 't', payload: 'x'.repeat(16_384) }, ['/payload']],
    ['an unknown source', 'mute', { source: 'smell' }, ['/source']],
    ['no source', 'participants/p/mute', {}, ['/source']],
  ])('name each fault of a request with %s', async (_, where, body, pointers) => {
    const answer = await ask('POST', `rooms/r/${where}`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

describe('what a backend does while people talk', () => {
  it('sends data to all, or to some', async () => {
    const { path, people } = await roomOf('ada', 'ben');
    const [ada, ben] = people;
    const data = { topic: 'poll', payload: { question: 'Lunch?' } };
    expect((await ask('POST', `${path}/data`, data)).status).toBe(204);
    for (const client of people) expect(await client.next('data')).toEqual(data);
    expect((await ask('POST', `${path}/data`, { ...data, to: [ben.id] })).status).toBe(204);
    await ben.until('two', () => ben.all('data').length === 2);
    await ada.settle();
    expect(ada.all('data')).toHaveLength(1);
  });

  it('mutes one or all, asks, and lowers a hand, and is nobody in particular', async () => {
    const { path, people } = await roomOf('ada', 'ben');
    const [ada, ben] = people;
    const one = `${path}/participants/${ada.id}`;
    expect((await ask('POST', `${one}/mute`, { source: 'camera' })).status).toBe(204);
    expect(await ada.next('moderated')).toEqual({ act: 'mute', source: 'camera' });
    await ben.next('participant', ({ id, media }) => id === ada.id && !media.camera && media.microphone);
    expect((await ask('POST', `${path}/mute`, { source: 'microphone' })).status).toBe(204);
    for (const client of people) await client.next('moderated', ({ source }) => source === 'microphone');
    expect((await ask('POST', `${one}/ask-to-unmute`, { source: 'camera' })).status).toBe(204);
    await ada.next('moderated', ({ act }) => act === 'ask-to-unmute');
    await ask('PATCH', one, { rights: { publish: [] } });
    expect(await ask('POST', `${one}/ask-to-unmute`, { source: 'camera' })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
    await ada.request('update', { choices: { handRaised: true } });
    const { participants } = (await ask('GET', `${path}/participants`)).body as { participants: object[] };
    expect(participants[0]).toMatchObject({ choices: { handRaised: true }, handRaisedAt: expect.stringMatching(/Z$/) });
    expect((await ask('POST', `${one}/lower-hand`)).status).toBe(204);
    await ben.until('it to be down', () => ben.all('participant').at(-1)?.choices.handRaised === false);
  });
});
