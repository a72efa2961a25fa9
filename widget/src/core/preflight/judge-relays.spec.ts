import { describe, expect, it } from '@jest/globals';
import { RELAY_CHECKS, type RelayCheck, type RelayOutcome } from './check-ice.js';
import { finding, type OwnPreflightCode, type PreflightDetail } from './finding.js';
import { judgeRelays } from './judge-relays.js';

const WORKS = [{ urls: ['turn:t.example'] }];

type Told = Partial<Record<RelayCheck, readonly [OwnPreflightCode, PreflightDetail?]>>;

/** As `check verdict code`; those of which nothing is told work. */
function judged(told: Told, stun: OwnPreflightCode = 'stun-unreachable') {
  const outcomes = RELAY_CHECKS.map((check): RelayOutcome => {
    const [code, detail] = told[check] ?? ['ok'];
    if (code === 'ok') return { finding: finding(check, 'ok', code), working: WORKS };
    return { finding: finding(check, code === 'not-configured' ? 'skipped' : 'failed', code, detail), working: [] };
  });
  return judgeRelays(outcomes, finding('stun', stun === 'ok' ? 'ok' : 'warning', stun));
}

const said = (told: Told, stun?: OwnPreflightCode) =>
  judged(told, stun).map(({ check, verdict, code }) => `${check} ${verdict} ${code}`);

const SILENT = ['turn-unreachable', {}] as const;
const REFUSED = ['turn-unreachable', { error: 701 }] as const;

describe('the ways to relays', () => {
  it('say that UDP is blocked where only TCP or TLS gets through', () => {
    const [udp] = judged({ 'turn-udp': ['turn-unreachable', { error: 701 }], 'turn-tls': SILENT });
    expect(udp).toEqual(finding('turn-udp', 'warning', 'udp-blocked', { error: 701, through: 'TCP' }));
    expect(judged({ 'turn-udp': SILENT, 'turn-tcp': SILENT })[0]?.detail).toEqual({ through: 'TLS' });
  });

  it('do not say so where STUN answers by UDP or is not asked, or the relay answers', () => {
    expect(said({ 'turn-udp': SILENT }, 'not-configured')[0]).toBe('turn-udp warning turn-unreachable');
    expect(said({ 'turn-udp': SILENT }, 'ok')[0]).toBe('turn-udp warning turn-unreachable');
    expect(said({ 'turn-udp': ['turn-wrong-credential'] })[0]).toBe('turn-udp warning turn-wrong-credential');
  });

  it('tell a relay that is turned away over TLS alone from one that is not reached', () => {
    expect(said({ 'turn-tls': REFUSED })[2]).toBe('turn-tls warning turn-tls-failed');
    expect(said({ 'turn-tls': SILENT })[2]).toBe('turn-tls warning turn-unreachable');
  });

  it('are failures only where none works', () => {
    expect(said({ 'turn-udp': SILENT, 'turn-tcp': REFUSED, 'turn-tls': REFUSED })).toEqual([
      'turn-udp failed turn-unreachable',
      'turn-tcp failed turn-unreachable',
      'turn-tls failed turn-unreachable',
    ]);
    expect(said({ 'turn-tcp': ['turn-failed'], 'turn-tls': ['not-configured'] })).toEqual([
      'turn-udp ok ok',
      'turn-tcp warning turn-failed',
      'turn-tls skipped not-configured',
    ]);
  });
});
