import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@video-room/protocol';
import { MemoryMessageStore } from '@video-room/state';
import { Chat, type ChatEvents } from './chat.js';
import { FakeChatWorld } from './fake-chat-world.js';

const ada = { participant: 'ada' };
const ben = { participant: 'ben' };
const site = { site: 'Weekly' };

/** Ada and Ben are in, Zoe waits. */
function setUp(people: readonly string[] = ['ada', 'ben']) {
  const world = new FakeChatWorld();
  for (const name of people) world.add(name);
  world.add('zoe', { admitted: false });
  let now = 0;
  const chat = new Chat(new MemoryMessageStore(), world, () => (now += 1));
  const told: ChatEvents['said'][0][] = [];
  chat.on('said', (event) => told.push(event));
  const read = (identity: string) =>
    chat.look('r', identity, (messages) => Promise.resolve(messages.map(({ text }) => text)));
  return { world, chat, told, read };
}

describe('chat', () => {
  it('goes to everybody under the name of whoever says it, and newcomers read it', async () => {
    const { chat, told, read } = setUp();
    const record = await chat.say('r', ada, { text: 'hello' });
    expect(record).toEqual({
      id: expect.stringMatching(/^[\w-]{16}$/),
      at: 1,
      from: { participant: 'ada', identity: 'ada', name: 'ADA' },
      text: 'hello',
    });
    expect(told).toEqual([{ room: 'r', to: 'everybody', said: { type: 'chat', payload: record } }]);
    expect(await read('whoever')).toEqual(['hello']);
    expect(await chat.messages('r')).toEqual([record]);
    expect(await chat.messages('another')).toEqual([]);
  });

  it('is for those who are in, online and may', async () => {
    const { world, chat, told } = setUp();
    world.add('viewer', { publishData: false });
    world.add('away', { online: false });
    for (const participant of ['zoe', 'viewer', 'away', 'nobody']) {
      const refused = { code: 'not-allowed' };
      await expect(chat.say('r', { participant }, { text: 'x' })).rejects.toMatchObject(refused);
      await expect(chat.react('r', { participant }, { emoji: '👍' })).rejects.toMatchObject(refused);
      await expect(chat.send('r', { participant }, { topic: 't', payload: 1 })).rejects.toMatchObject(refused);
    }
    expect(told).toEqual([]);
    expect(await chat.messages('r')).toEqual([]);
  });

  it('in a room of calls stays in the talk, also for those who come later', async () => {
    const { world, chat, told, read } = setUp([]);
    world.roomKind = 'call';
    for (const [name, talk] of Object.entries({ ada: 't', ben: 't', cyd: 'u', dan: 'u' })) world.add(name, { talk });
    world.add('eve');
    await chat.say('r', ada, { text: 'between two' });
    expect(told).toMatchObject([{ to: ['ada', 'ben'] }]);
    await chat.react('r', ben, { emoji: '👍' });
    await chat.send('r', ben, { topic: 't', payload: null });
    expect(told.slice(1)).toMatchObject([{ to: ['ada', 'ben'] }, { to: ['ada', 'ben'], except: 'ben' }]);
    await expect(chat.say('r', { participant: 'eve' }, { text: 'x' })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(chat.say('r', ada, { text: 'x', to: 'cyd' })).rejects.toMatchObject({ code: 'no-such-participant' });
    world.all.forEach((person) => (person.talk = 't'));
    expect(await Promise.all(['ada', 'ben', 'cyd', 'eve'].map(read))).toEqual([
      ['between two'],
      ['between two'],
      [],
      [],
    ]);
    expect(await chat.messages('r')).toEqual([]);
  });

  it('to one person is told to the devices of the two, and kept for them', async () => {
    const { world, chat, told, read } = setUp();
    world.add('bens-phone', { identity: 'ben' });
    world.add('cyd');
    const record = await chat.say('r', ada, { text: 'psst', to: 'ben' });
    expect(record.to).toEqual({ participant: 'ben', identity: 'ben', name: 'BEN' });
    expect(told).toMatchObject([{ to: ['ada', 'ben', 'bens-phone'] }]);
    expect(await Promise.all(['ada', 'ben', 'cyd'].map(read))).toEqual([['psst'], ['psst'], []]);
    expect(await chat.messages('r')).toEqual([]);
  });

  it('to one person needs somebody the sender is shown', async () => {
    const { world, chat, told } = setUp(['ada', 'ben', 'hidden']);
    world.unseen.push(['ada', 'hidden']);
    for (const to of ['hidden', 'zoe', 'nobody', '__proto__']) {
      const refused = { code: 'no-such-participant' };
      await expect(chat.say('r', ada, { text: 'x', to })).rejects.toMatchObject(refused);
      await expect(chat.send('r', ada, { topic: 't', payload: 1, to: ['ben', to] })).rejects.toMatchObject(refused);
    }
    expect(told).toEqual([]);
    await chat.say('r', ben, { text: 'x', to: 'hidden' });
    expect(told).toMatchObject([{ to: ['ben', 'hidden'] }]);
  });

  it('of the site goes to everybody, whatever the kind, or to anybody who is in', async () => {
    const { world, chat, told, read } = setUp(['ada', 'ben']);
    world.roomKind = 'call';
    const record = await chat.say('r', site, { text: 'ten minutes' });
    expect(record.from).toEqual({ identity: '', name: 'Weekly' });
    await chat.say('r', site, { text: 'for Ada', to: 'ada' });
    await chat.send('r', site, { topic: 't', payload: 1, to: ['ben', 'ben'] });
    expect(told).toMatchObject([{ to: 'everybody' }, { to: ['ada'] }, { to: ['ben'] }]);
    expect(told[2]?.said.payload).toEqual({ topic: 't', payload: 1 });
    await expect(chat.say('r', site, { text: 'x', to: 'zoe' })).rejects.toMatchObject({ code: 'no-such-participant' });
    expect(await Promise.all(['ada', 'ben'].map(read))).toEqual([['ten minutes', 'for Ada'], ['ten minutes']]);
  });

  it('keeps the last 200 messages, and of long ones no more than can be read at once', async () => {
    const { chat, read } = setUp();
    for (let n = 1; n <= 210; n += 1) await chat.say('r', ada, { text: `${n}` });
    const kept = await read('ada');
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([200, '11', '210']);
    for (let n = 1; n <= 100; n += 1) await chat.say('r', ada, { text: `${n} `.padEnd(2000, 'x') });
    const long = await read('ada');
    expect(long).toHaveLength(Math.floor(LIMITS.historyLength / 2000));
    expect(long.at(-1)).toMatch(/^100 /);
  });

  it('is over with the room', async () => {
    const { chat, read } = setUp();
    await chat.say('r', ada, { text: 'x' });
    await chat.say('s', ada, { text: 'y' });
    await chat.drop('r');
    expect(await read('ada')).toEqual([]);
    expect(await chat.messages('s')).toHaveLength(1);
  });

  it('neither misses nor repeats anything for somebody who comes in while all talk', async () => {
    const { chat, told } = setUp();
    const texts = (after: number) => told.slice(after).map(({ said }) => (said.payload as { text: string }).text);
    const many = Array.from({ length: 20 }, (_, n) => `${n}`);
    const said = many.slice(0, 10).map((text) => chat.say('r', ada, { text }));
    let known: string[] = [];
    let from = 0;
    const looked = chat.look('r', 'ben', async (messages) => {
      await new Promise((resolve) => setImmediate(resolve));
      known = messages.map(({ text }) => text);
      from = told.length;
    });
    const later = many.slice(10).map((text) => chat.say('r', ben, { text }));
    await Promise.all([...said, looked, ...later]);
    expect([...known, ...texts(from)]).toEqual(many);
  });
});
