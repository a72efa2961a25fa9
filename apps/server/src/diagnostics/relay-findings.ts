/** What is known of TURN servers without asking them. */
import type { IceSettings } from '@video-room/ice';
import { parseServerUrl } from '@video-room/turn-check';
import { finding, type Finding } from './finding.js';

/** Servers that are handed round in tutorials, with credentials everybody knows. */
const OPEN_TO_ALL =
  /(^|\.)(openrelay\.metered\.ca|numb\.viagenie\.ca|turn\.bistri\.com|turn\.anyfirewall\.com|relay\.backups\.cz|freestun\.(net|tel)|freeturn\.(net|tel))$/i;

/** What other servers call fixed TURN credentials. */
const STATIC_CREDENTIALS = /^TURN_(USER|USERNAME|PASS|PASSWORD|CREDENTIALS?)$/;

const LONG_TTL_SECONDS = 60 * 60;

/** @param variables names of the environment variables that are set */
export function relayFindings(ice: IceSettings, variables: readonly string[], inProduction: boolean): Finding[] {
  const servers = ice.turnUrls.map((url) => ({ url, ...parseServerUrl(url) }));
  const found = [
    ...variables
      .filter((name) => STATIC_CREDENTIALS.test(name))
      .map((subject) => finding('relays', 'turn-static-credentials', { subject })),
    ...servers
      .filter(({ host }) => OPEN_TO_ALL.test(host))
      .map(({ url }) => finding('relays', 'turn-public-server', { subject: url })),
  ];
  if (servers.length === 0) return [...found, finding('relays', inProduction ? 'turn-missing' : 'turn-unset')];
  if (servers.every(({ transport }) => transport === 'udp')) found.push(finding('relays', 'turn-udp-only'));
  if (ice.turnTtlSeconds > LONG_TTL_SECONDS) {
    found.push(finding('relays', 'turn-ttl-long', { subject: 'TURN_TTL', detail: { seconds: ice.turnTtlSeconds } }));
  }
  return found.length > 0 ? found : [finding('relays', 'relays-ok')];
}
