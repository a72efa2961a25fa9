/** Which hosts others than this machine and its own network may reach. */
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Loopback, private, link-local and shared addresses (RFC 6890) and TEST-NET-1 are not public. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv6');
}

const LOCAL_NAME = /(^|\.)(localhost|local|internal|home\.arpa)$/i;

/** @param host a name or an address, IPv6 with or without brackets. */
export function isPublicHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare)) return !PRIVATE.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4');
  return bare.includes('.') && !LOCAL_NAME.test(bare);
}
