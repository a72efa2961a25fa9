import { describe, expect, it } from '@jest/globals';
import { examine, type Check } from './examination.js';
import { finding } from './finding.js';
import { FINDINGS } from './finding-codes.js';

const NEVER = new AbortController().signal;
const silent: Check = { id: 'turn', subject: 'turn:t', run: () => new Promise(() => undefined) };
const fine: Check = { id: 'disk', run: () => [finding('disk', 'disk-ok')] };

describe('an examination', () => {
  it('has the findings of all checks in their order, and the worst verdict', async () => {
    const late: Check = { id: 'stun', run: () => Promise.resolve([finding('stun', 'stun-unreachable')]) };
    const result = await examine([late, fine], NEVER);
    expect(result.findings.map(({ code }) => code)).toEqual(['stun-unreachable', 'disk-ok']);
    expect(result.verdict).toBe('failed');
    expect((await examine([fine], NEVER)).verdict).toBe('ok');
    expect((await examine([], NEVER)).verdict).toBe('ok');
  });

  it('ends in time, whatever a check does', async () => {
    const talkative: Check = {
      id: 'turn',
      run: (signal) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve([finding('turn', 'turn-unreachable')])),
        ),
    };
    const { findings } = await examine([silent, talkative], NEVER, 10);
    expect(findings.map(({ code }) => code)).toEqual(['check-timed-out', 'turn-unreachable']);
    expect(findings[0]).toMatchObject({ check: 'turn', subject: 'turn:t', verdict: 'failed' });
  });

  it('can be given up, before and while it runs', async () => {
    const given = new AbortController();
    const result = examine([silent, fine], given.signal);
    given.abort();
    expect((await result).findings.map(({ code }) => code)).toEqual(['check-aborted', 'disk-ok']);
    expect((await examine([silent], AbortSignal.abort())).findings).toMatchObject([{ code: 'check-aborted' }]);
  });

  it('tells of a check that breaks without repeating what it says', async () => {
    const broken: Check = {
      id: 'disk',
      run: () => {
        throw new Error('canary');
      },
    };
    const { findings } = await examine([broken], NEVER);
    expect(findings).toMatchObject([{ code: 'check-broken', detail: { error: 'Error' } }]);
    expect(JSON.stringify(findings)).not.toContain('canary');
  });
});

describe('the words for findings', () => {
  it.each(Object.entries(FINDINGS))('%s', (code, { verdict, meaning, ...rest }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(meaning).toMatch(/\.$/);
    const isBad = verdict === 'warning' || verdict === 'failed';
    expect('remedy' in rest).toBe(isBad || code === 'public-url-unset');
  });
});
