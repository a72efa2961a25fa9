import { describe, expect, it } from '@jest/globals';
import { ApiKeys, parseApiKey } from './api-keys.js';

const SECRET = 's'.repeat(32);

describe('API keys', () => {
  it('reads id:secret, colons in the secret included', () => {
    expect(parseApiKey(`site:${SECRET}:x`)).toEqual({ id: 'site', secret: `${SECRET}:x` });
  });

  it.each([
    '',
    'site',
    'site:',
    ':',
    `:${SECRET}`,
    `site:${'s'.repeat(31)}`,
    `s te:${SECRET}`,
    `site:${'s'.repeat(513)}`,
  ])('refuses %j without showing the secret', (text) => {
    expect(() => parseApiKey(text)).toThrow(RangeError);
    expect(() => parseApiKey(text)).not.toThrow(/sss/);
  });

  it('refuses none, the same id twice, and short secrets that were not read from text', () => {
    expect(() => new ApiKeys([])).toThrow(RangeError);
    expect(
      () =>
        new ApiKeys([
          { id: 'a', secret: SECRET },
          { id: 'a', secret: SECRET },
        ]),
    ).toThrow(RangeError);
    expect(() => new ApiKeys([{ id: 'a', secret: '' }])).toThrow(RangeError);
  });

  it('accepts exactly its pairs', () => {
    const keys = new ApiKeys([
      { id: 'a', secret: SECRET },
      { id: 'b', secret: 't'.repeat(40) },
    ]);
    expect(keys.accepts('a', SECRET)).toBe(true);
    expect(keys.accepts('b', SECRET)).toBe(false);
    expect(keys.accepts('a', `${SECRET} `)).toBe(false);
    expect(keys.accepts('__proto__', SECRET)).toBe(false);
    expect(keys.accepts('', '')).toBe(false);
  });
});
