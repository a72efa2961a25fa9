import { expect } from '@open-wc/testing';
import { clockTime, decimal } from './formats.js';
import { words as ar } from './languages/ar.js';
import { words as de } from './languages/de.js';
import { speak } from './words.js';

const AFTERNOON = new Date(2026, 0, 31, 15, 4).getTime();

describe('times and numbers', () => {
  afterEach(() => speak());

  it('are written as in the language in use', () => {
    expect(clockTime(AFTERNOON)).to.match(/04/);
    expect(decimal(1.25)).to.equal('1.3');
    speak(de);
    expect(clockTime(AFTERNOON)).to.equal('15:04');
    expect(decimal(1.25)).to.equal('1,3');
  });

  it('have the digits of the words around them', () => {
    speak(ar);
    expect(clockTime(AFTERNOON)).to.match(/0?3:04/);
    expect(decimal(2)).to.match(/^2[.٫]0$/);
  });
});
