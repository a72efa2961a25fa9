/** What is shown of a finding: what it means, what the visitor can do, what the site's owner must do. Pure. */
import type { DeviceSource } from '@video-room/protocol';
import type { DeviceErrorCode } from '../../core/errors.js';
import type { OwnPreflightCode, PreflightCode, PreflightFinding } from '../../core/preflight/finding.js';
import { deviceWords } from '../../text/en-devices.js';
import { preflightWords, type enPreflight } from '../../text/en-preflight.js';

export interface FindingWords {
  readonly means?: string;
  /** For the visitor. */
  readonly advice?: string;
  readonly owner?: string;
}

const ADVICE: Partial<Record<PreflightCode, keyof typeof enPreflight.advice>> = {
  'insecure-context': 'https',
  'browser-incomplete': 'browser',
  'browser-limited': 'browser',
  'blocked-by-header': 'owner',
  'blocked-by-frame': 'owner',
  'server-unreachable': 'network',
  'server-unknown': 'owner',
  'protocol-unsupported': 'owner',
  'blocked-by-csp': 'owner',
  'websocket-blocked': 'network',
  'clock-off': 'clock',
  'token-missing': 'owner',
  'token-endpoint-failed': 'owner',
  'token-expired': 'invitation',
  'token-not-yet-valid': 'owner',
  'token-other-room': 'invitation',
  'token-other-origin': 'owner',
  'origin-not-allowed': 'owner',
  'token-refused': 'invitation',
  'room-closed': 'wait',
  'rate-limited': 'wait',
  'stun-unreachable': 'network',
  'turn-wrong-credential': 'owner',
  'turn-unreachable': 'network',
  'turn-failed': 'owner',
  'udp-blocked': 'udp',
  'turn-tls-failed': 'owner',
  'relay-blocked': 'network',
  'bandwidth-low': 'line',
  'not-finished': 'wait',
};

export function wordsOfFinding({ check, code, detail }: PreflightFinding): FindingWords {
  const { means, advice, owner, kbps } = preflightWords();
  if (code === 'ok') return typeof detail['kbps'] === 'number' ? { means: kbps(String(detail['kbps'])) } : {};
  if (!(code in means)) {
    const trouble = deviceWords().troubles[code as DeviceErrorCode];
    const source = check as DeviceSource;
    return { means: `${trouble.title(source)}.`, advice: trouble.hint(source) };
  }
  const what = String(
    [detail['missing'] ?? detail['feature'] ?? detail['seconds'] ?? detail['through'] ?? detail['kbps'] ?? '']
      .flat()
      .join(', '),
  );
  const say = (word: string | ((what: string) => string) | undefined) =>
    typeof word === 'function' ? word(what) : word;
  const told = ADVICE[code];
  const meaning = say(means[code as Exclude<OwnPreflightCode, 'ok'>]);
  const forOwner = say(owner[code as keyof typeof owner]);
  return {
    ...(meaning !== undefined && { means: meaning }),
    ...(told && { advice: advice[told] }),
    ...(forOwner !== undefined && { owner: forOwner }),
  };
}
