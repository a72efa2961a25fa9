/** What strangers may say: texts, emoji and JSON. */
import { describe, expect, it } from '@jest/globals';
import * as LIMITS from './limits.js';
import { chatMessage, dataMessage, moderateMessage, reactMessage } from './schemas.js';

const textOf = (text: unknown) => chatMessage.safeParse({ text }).data?.text;

describe('a chat message', () => {
  it.each([
    ['hello', 'hello'],
    ['  one\r\ntwo\rthree\u2028four\u0085five ', 'one\ntwo\nthree\nfour\nfive'],
    ['a\n\n\n\n\nb', 'a\n\nb'],
    ['\n \u200b \n a \u200b\n\n', 'a'],
    ['x\u202Eevil\u2066\u0000\u001b[31m', 'xevil[31m'],
    ['👩‍👩‍👧‍👦 नमस्ते', '👩‍👩‍👧‍👦 नमस्ते'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
    ['\ud800 lone', 'lone'],
  ])('%j becomes %j', (text, cleaned) => expect(textOf(text)).toBe(cleaned));

  it.each([
    ['nothing', ''],
    ['only invisible', '\u200b\n\u2060 \t'],
    ['a number', 7],
    ['too much', 'x'.repeat(2001)],
  ])('of %s is refused', (_, text) => expect(textOf(text)).toBeUndefined());

  it('is never longer than the limit, also when characters fall apart', () => {
    expect(textOf('\u0958'.repeat(2000))?.length).toBe(2000);
    expect(textOf('x'.repeat(2000))?.length).toBe(2000);
  });
});

describe('a reaction', () => {
  it.each(['👍', '❤️', '👩🏽‍🚀', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🇩🇪', '👩🏻‍❤️‍💋‍👨🏿', '1️⃣'])('may be %s', (emoji) =>
    expect(reactMessage.safeParse({ emoji }).success).toBe(true),
  );

  it.each(['', 'a', '👍👍', '👍 ', '<', '🏿🏿', '1', '\u200d', '👍'.repeat(1000), 7, null])('may not be %j', (emoji) =>
    expect(reactMessage.safeParse({ emoji }).success).toBe(false),
  );
});

describe('data', () => {
  const isGood = (payload: unknown) => dataMessage.safeParse({ topic: 't', payload }).success;
  const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

  it.each([null, 0, '', false, [], {}, { a: [{ b: null }] }, 'x'.repeat(LIMITS.payloadBytes - 2)])(
    'may be %j',
    (payload) => expect(isGood(payload)).toBe(true),
  );

  it.each([
    ['nothing', undefined],
    ['a hole', [undefined]],
    ['a function', () => 1],
    ['no number', Number.POSITIVE_INFINITY],
    ['bytes', Buffer.from('x')],
    ['a map', new Map()],
    ['an object of a class', { a: new Date(0) }],
    ['too much', 'x'.repeat(LIMITS.payloadBytes)],
    ['too much in bytes', 'é'.repeat(LIMITS.payloadBytes / 2)],
    ['a deep value', nested(LIMITS.payloadDepth + 1)],
    ['an abyss', nested(30_000)],
  ])('may not be %s', (_, payload) => expect(isGood(payload)).toBe(false));

  it('may be as deep as said', () => {
    expect(isGood(nested(LIMITS.payloadDepth))).toBe(true);
  });

  it.each([
    ['no topic', {}],
    ['an empty topic', { topic: '' }],
    ['a long topic', { topic: 'x'.repeat(65) }],
    ['nobody to receive it', { topic: 't', to: [] }],
    ['too many to receive it', { topic: 't', to: Array.from({ length: 101 }, (_, n) => `${n}`) }],
    ['a field more', { topic: 't', from: 'ada' }],
  ])('with %s is refused', (_, message) =>
    expect(dataMessage.safeParse({ payload: 1, ...message }).success).toBe(false),
  );
});

it.each([
  {},
  { act: 'mute' },
  { act: 'mute', participant: 'p', source: 'everything' },
  { act: 'mute', participant: 'p', source: 'microphone', extra: 1 },
  { act: 'mute-all', source: 'microphone', participant: 'p' },
  { act: 'set-access', access: 'ajar' },
  { act: '__proto__' },
  { act: 'remove', participant: '', message: 'x' },
])('%j moderates nothing', (message) => expect(moderateMessage.safeParse(message).success).toBe(false));
