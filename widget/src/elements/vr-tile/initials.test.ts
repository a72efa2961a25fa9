import { expect } from '@open-wc/testing';
import { hueOf, initialsOf } from './initials.js';

describe('initialsOf', () => {
  const cases: [name: string, initials: string][] = [
    ['Dov Amsel', 'DA'],
    ['ann', 'A'],
    ['Anna Maria van Berg', 'AB'],
    ['jo@example.org', 'JO'],
    ['田中 千', '田千'],
    ['🎉 Zoë', 'Z'],
    ['', '?'],
    ['🎉', '?'],
  ];
  for (const [name, initials] of cases)
    it(`makes "${initials}" of "${name}"`, () => expect(initialsOf(name)).to.equal(initials));
});

describe('hueOf', () => {
  it('is the same for the same name and differs between names', () => {
    expect(hueOf('Ann')).to.equal(hueOf('Ann'));
    expect(hueOf('Ann')).not.to.equal(hueOf('Ben'));
    expect(hueOf('Dov Amsel')).to.be.within(0, 359);
  });
});
