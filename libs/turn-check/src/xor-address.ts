/** Addresses inside STUN messages, mixed with the header so that no router on the way rewrites them (RFC 8489 section 14.2). */
import { isIPv4, isIPv6 } from 'node:net';
import { MAGIC_COOKIE } from './stun-message.js';

export interface SocketAddress {
  /** IPv4 or IPv6, as text. */
  address: string;
  port: number;
}

const FAMILY = { v4: 1, v6: 2 } as const;

/** @param transaction of the message it stands in. */
export function encodeXorAddress({ address, port }: SocketAddress, transaction: Buffer): Buffer {
  const isV4 = isIPv4(address);
  const plain = Buffer.from(isV4 ? address.split('.').map(Number) : bytesOfIPv6(address));
  const head = Buffer.from([0, isV4 ? FAMILY.v4 : FAMILY.v6, 0, 0]);
  head.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), 2);
  return Buffer.concat([head, mix(plain, transaction)]);
}

/** Undefined: it is none. */
export function decodeXorAddress(value: Buffer, transaction: Buffer): SocketAddress | undefined {
  const [, family] = value;
  if (value.length !== (family === FAMILY.v4 ? 8 : family === FAMILY.v6 ? 20 : -1)) return undefined;
  const plain = mix(value.subarray(4), transaction);
  const address = family === FAMILY.v4 ? plain.join('.') : ipv6Of(plain);
  return { address, port: value.readUInt16BE(2) ^ (MAGIC_COOKIE >>> 16) };
}

function mix(bytes: Buffer, transaction: Buffer): Buffer {
  const cookie = Buffer.alloc(4);
  cookie.writeUInt32BE(MAGIC_COOKIE);
  const mask = Buffer.concat([cookie, transaction]);
  return Buffer.from(bytes.map((byte, index) => byte ^ mask[index]!));
}

const ipv6Of = (bytes: Buffer): string =>
  Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16)).join(':');

function bytesOfIPv6(address: string): number[] {
  if (!isIPv6(address)) throw new TypeError('is no IP address');
  // The URL parser writes an IPv4 tail as two groups and takes zones for what they are: nothing to send.
  const text = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
  const [left = '', right] = text.split('::');
  const groups = (part: string): number[] => part.split(':').flatMap((group) => (group ? parseInt(group, 16) : []));
  const [before, after] = [groups(left), groups(right ?? '')];
  const zeros = Array<number>(8 - before.length - after.length).fill(0);
  return [...before, ...zeros, ...after].flatMap((group) => [group >> 8, group & 0xff]);
}
