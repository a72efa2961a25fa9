/** What the ways to the relays say together and none of them alone. Pure. */
import { RELAY_CHECKS, UNREACHABLE, type RelayOutcome } from './check-ice.js';
import { finding, type PreflightFinding } from './finding.js';

/**
 * One way that works is enough for a call, so the others are warnings then.
 *
 * @param outcomes in the order of `RELAY_CHECKS`.
 * @param stun what STUN found, which asks by UDP, too.
 */
export function judgeRelays(outcomes: readonly RelayOutcome[], stun: PreflightFinding): PreflightFinding[] {
  const works = (index: number) => (outcomes[index]?.working.length ?? 0) > 0;
  const through = works(RELAY_CHECKS.indexOf('turn-tcp')) ? 'TCP' : works(RELAY_CHECKS.indexOf('turn-tls')) && 'TLS';
  return outcomes.map(({ finding: own, working }) => {
    const { check, verdict, code, detail } = own;
    if (verdict !== 'failed' || !outcomes.some((other) => other.working.length > 0)) return own;
    const isUnreachable = code === 'turn-unreachable' && working.length === 0;
    if (isUnreachable && check === 'turn-udp' && through && stun.code === 'stun-unreachable') {
      return finding(check, 'warning', 'udp-blocked', { ...detail, through });
    }
    // Where a firewall lets nothing through, nothing is told.
    if (isUnreachable && check === 'turn-tls' && detail['error'] === UNREACHABLE) {
      return finding(check, 'warning', 'turn-tls-failed', detail);
    }
    return { ...own, verdict: 'warning' };
  });
}
