/**
 * What two people who reach each other over a relay alone may say of addresses: the relay's, and nobody's own. One
 * function cleans what a browser says, the other says whether anything is left; whoever relays refuses that. Pure.
 *
 * It goes by what is allowed, not by what is known to be bad: browsers read descriptions in different ways, and what one
 * skips another takes for an address.
 */
import type { SignalBody } from './signals.js';

/** Bounded, so that no line of any length takes long. */
const ADDRESS = String.raw`(?:\d{1,3}(?:\.\d{1,3}){3}|(?=[\da-f.]{0,45}:)[\da-f:.]{2,45})`;
const NOWHERE = String.raw`(?:0\.0\.0\.0|::)`;
const EXTENSION = String.raw` (?:(?:generation|network-id|network-cost) \d{1,10}|ufrag [\w+/]{1,256}|tcptype (?:active|passive|so))`;
const RELAYED = String.raw`candidate:[\w+/]{1,32} \d{1,5} (?:udp|tcp) \d{1,10} ${ADDRESS} \d{1,5} typ relay`;

const ALLOWED_CANDIDATE = new RegExp(`^${RELAYED} raddr ${NOWHERE} rport \\d{1,5}(?:${EXTENSION})*$`, 'i');

/** Lines that may hold addresses, each in the one way it may. */
const ALLOWED_LINES = new RegExp(
  [
    String.raw`^o=- \d{1,20} \d{1,20} IN IP4 (?:0\.0\.0\.0|127\.0\.0\.1)$`,
    String.raw`^c=IN IP[46] ${NOWHERE}$`,
    String.raw`^a=rtcp:\d{1,5}(?: IN IP[46] ${NOWHERE})?$`,
    String.raw`^a=fingerprint:sha-\d{1,3} [\da-f]{2}(?::[\da-f]{2}){19,63}$`,
    '^a=end-of-candidates$',
    `^a=${ALLOWED_CANDIDATE.source.slice(1)}`,
  ].join('|'),
  'i',
);

/** Nothing of this may stand in any other line: such a line itself, a candidate, an address of either family, a name. */
const SUSPICIOUS = /^[oc]=|^a=rtcp:|candidate|\bIN\s+IP|\d\.\d{1,3}\.\d{1,3}\.\d|:[\da-f]{0,4}:|\.local/i;
const LINE = /^[a-z]=[\x20-\x7e]*$/;

/** Names of sections and of candidates' users have no dots and colons, so no address fits. */
const NAME = /^[\w+/-]*$/;

/** Whether a signal holds a way to somebody that is not over a relay, or an address that is not a relay's. */
export function revealsAddress(signal: SignalBody): boolean {
  switch (signal.kind) {
    case 'offer':
    case 'answer':
      return (
        !signal.sdp.split(/[\r\n]+/).every(isAllowed) ||
        !Object.keys(signal.sources ?? {}).every((mid) => NAME.test(mid))
      );
    case 'candidate': {
      const { candidate, sdpMid, usernameFragment } = signal.candidate;
      return !(
        (candidate === '' || ALLOWED_CANDIDATE.test(candidate)) &&
        NAME.test(sdpMid ?? '') &&
        NAME.test(usernameFragment ?? '')
      );
    }
    case 'view':
      return false;
    default:
      return signal satisfies never;
  }
}

const isAllowed = (line: string): boolean =>
  line === '' || ALLOWED_LINES.test(line) || (LINE.test(line) && !SUSPICIOUS.test(line));

/** The same without addresses but the relay's; undefined if nothing is left to say. */
export function withoutAddresses<Body extends SignalBody>(signal: Body): Body | undefined {
  if (signal.kind === 'view') return signal;
  if (signal.kind !== 'candidate') return { ...signal, sdp: cleanDescription(signal.sdp) };
  const { candidate } = signal.candidate;
  const cleaned = candidate && cleanCandidate(candidate);
  return cleaned === undefined ? undefined : { ...signal, candidate: { ...signal.candidate, candidate: cleaned } };
}

const RELAYED_PART = new RegExp(`^${RELAYED}(?= |$)`, 'i');
const EXTENSIONS = new RegExp(`${EXTENSION}(?= |$)`, 'gi');

/** Undefined for one that is not relayed. */
function cleanCandidate(candidate: string): string | undefined {
  const [relayed] = RELAYED_PART.exec(candidate) ?? [];
  if (relayed === undefined) return undefined;
  const rest = candidate.slice(relayed.length).match(EXTENSIONS) ?? [];
  return `${relayed} raddr 0.0.0.0 rport 0${rest.join('')}`;
}

const cleanDescription = (sdp: string): string =>
  sdp
    .split('\r\n')
    .flatMap((line) => cleanLine(line) ?? [])
    .join('\r\n');

function cleanLine(line: string): string | undefined {
  if (line.startsWith('a=candidate:')) {
    const cleaned = cleanCandidate(line.slice(2));
    return cleaned && `a=${cleaned}`;
  }
  if (line.startsWith('c=')) return 'c=IN IP4 0.0.0.0';
  if (line.startsWith('a=rtcp:')) return 'a=rtcp:9 IN IP4 0.0.0.0';
  return line.replace(/^o=\S+ (\d+) (\d+) .*/, 'o=- $1 $2 IN IP4 0.0.0.0');
}
