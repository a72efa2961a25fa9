import { describe, expect, it, jest } from '@jest/globals';
import { piecesOf, splitLinks } from './split-links.js';

const linksIn = (text: string) => splitLinks(text).flatMap(({ text, href }) => (href === undefined ? [] : [text]));

describe('the links of a message', () => {
  it('are what begins with http or https, and nothing else', () => {
    expect(splitLinks('See https://example.org/a?b=1#c and more')).toEqual([
      { text: 'See ' },
      { text: 'https://example.org/a?b=1#c', href: 'https://example.org/a?b=1#c' },
      { text: ' and more' },
    ]);
    expect(linksIn('HTTP://Example.org')).toEqual(['HTTP://Example.org']);
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,hi',
      'ftp://example.org',
      'xhttp://example.org',
      'http://',
      'https://:80',
      '<img src=x onerror=alert(1)>',
      'www.example.org',
    ])
      expect(splitLinks(text)).toEqual([{ text }]);
  });

  it.each([
    ['Look at https://example.org.', 'https://example.org'],
    ['(https://example.org/a)', 'https://example.org/a'],
    ['https://en.wikipedia.org/wiki/Room_(film)', 'https://en.wikipedia.org/wiki/Room_(film)'],
    ['(see https://en.wikipedia.org/wiki/Room_(film)), then', 'https://en.wikipedia.org/wiki/Room_(film)'],
    ['Really https://example.org/?!', 'https://example.org/'],
    ['"https://example.org"', 'https://example.org'],
    ['见 https://example.org/a。', 'https://example.org/a'],
    ['<a href="https://example.org">', 'https://example.org'],
  ])('end where the address ends: %s', (text, link) => {
    expect(linksIn(text)).toEqual([link]);
  });

  it('leave the text as it is', () => {
    for (const text of ['', 'one\ntwo', 'https://a.org https://b.org\n(https://c.org).', 'a http:// b https://d.org,'])
      expect(
        splitLinks(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
  });

  it('take no more passes over a text the longer it is, whatever stands at its end', () => {
    for (const trail of [')', ']', '.', ').', '(']) {
      const passes = (length: number) => passesOver(`https://a.b/${trail.repeat(length)}`);
      expect(passes(1000)).toBe(passes(10));
    }
    expect(linksIn(`https://a.b/${')'.repeat(2000)}`)).toEqual(['https://a.b/']);
  });

  it('are looked for once in each message', () => {
    const messages = Array.from({ length: 1000 }, () => ({ text: `https://a.b/${')'.repeat(1988)}` }));
    const matchAll = jest.spyOn(String.prototype, 'matchAll');
    const first = messages.map(piecesOf);
    messages.forEach((message, index) => expect(piecesOf(message)).toBe(first[index]));
    expect(matchAll).toHaveBeenCalledTimes(1000);
    matchAll.mockRestore();
  });
});

/** How often a whole text is gone through or copied while its links are looked for. */
function passesOver(text: string): number {
  const spies = [jest.spyOn(String.prototype, 'split'), jest.spyOn(String.prototype, 'slice')];
  splitLinks(text);
  const passes = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return passes;
}
