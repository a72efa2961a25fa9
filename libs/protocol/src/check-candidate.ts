/**
 * The shape check of one ICE candidate line (RFC 8839, section 5.1), by hand because every candidate of every call passes
 * it. Stricter than the grammar where browsers are: UDP and TCP only, and no host names but those of mDNS, so that nobody
 * makes the other end look names up. Whether an address may be used at all is not judged here.
 */
import * as LIMITS from './limits.js';

const LINE =
  /^candidate:[\w+/]{1,32} \d{1,3} (?:udp|tcp) \d{1,10} (\S{1,64}) (\d{1,5}) typ (?:host|srflx|prflx|relay)(?: raddr (\S{1,64}) rport (\d{1,5}))?(?: [\x21-\x7e]+ [\x21-\x7e]+)*$/i;

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const MDNS_NAME = /^[\da-z-]{1,58}\.local$/i;
const HEX_GROUP = /^[\da-f]{1,4}$/i;

/** Whether this is a candidate as browsers write them, or the empty line that ends the candidates. */
export function isCandidateLine(line: string): boolean {
  if (line === '') return true;
  if (line.length > LIMITS.candidateLength) return false;
  const parts = LINE.exec(line);
  if (!parts) return false;
  const [, address = '', port, relatedAddress, relatedPort] = parts;
  if (!isAddress(address) || !isPort(port)) return false;
  return relatedAddress === undefined || (isAddress(relatedAddress) && isPort(relatedPort));
}

const isPort = (port: string | undefined): boolean => Number(port) <= 65_535;

const isAddress = (address: string): boolean => IPV4.test(address) || isIPv6(address) || MDNS_NAME.test(address);

/** Eight groups, or fewer with one `::`; the last two may be written as IPv4. Without a zone, which means nothing elsewhere. */
function isIPv6(address: string): boolean {
  const [head = '', tail, ...more] = address.split('::');
  if (more.length > 0 || !address.includes(':') || (tail !== undefined && head.includes('.'))) return false;
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  if (!before || !after) return false;
  const count = countOf(before) + countOf(after);
  return tail === undefined ? count === 8 : count <= 7;
}

function groupsOf(text: string): string[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  const areFine = groups.every((group, at) => HEX_GROUP.test(group) || (at === groups.length - 1 && IPV4.test(group)));
  return areFine ? groups : undefined;
}

const countOf = (groups: readonly string[]): number => groups.length + (groups.at(-1)?.includes('.') ? 1 : 0);
