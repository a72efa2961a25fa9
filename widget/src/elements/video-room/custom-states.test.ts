import { expect } from '@open-wc/testing';
import { CustomStates } from './custom-states.js';

const internalsWith = (states: Partial<CustomStateSet> | undefined) => ({ states }) as ElementInternals;

describe('CustomStates', () => {
  it('falls back to dashed names where a browser knows only those', () => {
    const shown = new Set<string>();
    const add = (name: string) => {
      if (!name.startsWith('--')) throw new SyntaxError('dashed identifiers only');
      shown.add(name);
    };
    const states = new CustomStates(internalsWith({ add, clear: () => shown.clear() } as never));
    expect([...shown]).to.deep.equal(['--idle']);
    states.show('joined');
    expect([...shown]).to.deep.equal(['--joined']);
  });

  it('does without where there are none', () => {
    expect(() => new CustomStates(internalsWith(undefined)).show('joined')).not.to.throw();
  });
});
