/**
 * STUN messages as bytes (RFC 8489 sections 5 and 14): a header, attributes, and two at the end that prove who wrote it
 * (MESSAGE-INTEGRITY) and that it is STUN (FINGERPRINT). Knows no sockets.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** RFC 8489 section 18.2, RFC 8656 section 17. */
export const METHOD = {
  binding: 0x001,
  allocate: 0x003,
  refresh: 0x004,
  send: 0x006,
  data: 0x007,
  permit: 0x008,
  bindChannel: 0x009,
} as const;
export type Method = (typeof METHOD)[keyof typeof METHOD];

/** The two bits that say what a message is, where they stand in its type. */
export const CLASS = { request: 0x000, indication: 0x010, success: 0x100, error: 0x110 } as const;

export const ATTRIBUTE = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  channelNumber: 0x000c,
  lifetime: 0x000d,
  peerAddress: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  relayedAddress: 0x0016,
  requestedFamily: 0x0017,
  requestedTransport: 0x0019,
  mappedAddress: 0x0020,
  fingerprint: 0x8028,
} as const;

export interface StunMessage {
  /** Method and class together. */
  type: number;
  /** 12 bytes that an answer repeats. */
  transaction: Buffer;
  /** In the order they stand, without those two at the end. */
  attributes: readonly (readonly [type: number, value: Buffer])[];
}

export const HEADER_BYTES = 20;
export const MAGIC_COOKIE = 0x2112a442;
const INTEGRITY_BYTES = 20;
const FINGERPRINT_XOR = 0x5354554e;

export const newTransaction = (): Buffer => randomBytes(12);

/** The first attribute of this type. */
export const attributeOf = ({ attributes }: StunMessage, wanted: number): Buffer | undefined =>
  attributes.find(([type]) => type === wanted)?.[1];

/** The key of long-term credentials (RFC 8489 section 9.2.2). */
export const longTermKey = (username: string, realm: string, password: string): Buffer =>
  createHash('md5').update(`${username}:${realm}:${password}`).digest();

/** @param key with it, the message proves that its writer has it. */
export function encodeMessage({ type, transaction, attributes }: StunMessage, key?: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(type, 0);
  header.writeUInt32BE(MAGIC_COOKIE, 4);
  transaction.copy(header, 8);
  let message = Buffer.concat([header, ...attributes.map(([name, value]) => encodeAttribute(name, value))]);
  if (key) {
    const covered = withLength(message, message.length + 4 + INTEGRITY_BYTES);
    message = Buffer.concat([message, encodeAttribute(ATTRIBUTE.messageIntegrity, integrity(covered, key))]);
  }
  const covered = withLength(message, message.length + 8);
  return Buffer.concat([covered, encodeAttribute(ATTRIBUTE.fingerprint, fingerprint(covered))]);
}

/**
 * Reads one message that fills `bytes`. Undefined: it is none, or its fingerprint is wrong. Whether it proves its writer,
 * `isProvenBy` tells.
 */
export function decodeMessage(bytes: Buffer): StunMessage | undefined {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32BE(4) !== MAGIC_COOKIE) return undefined;
  if (bytes[0]! > 0x3f || bytes.readUInt16BE(2) !== bytes.length - HEADER_BYTES) return undefined;
  const attributes: [number, Buffer][] = [];
  // What stands behind the proof is not proven, so it does not count (RFC 8489 section 14.5).
  let isCovered = true;
  for (const { type, value, at } of attributesIn(bytes)) {
    if (value === undefined) return undefined;
    if (type === ATTRIBUTE.fingerprint) {
      const covered = withLength(bytes.subarray(0, at), at + 8);
      if (!value.equals(fingerprint(covered))) return undefined;
    } else if (type === ATTRIBUTE.messageIntegrity) isCovered = false;
    else if (isCovered) attributes.push([type, value]);
  }
  return { type: bytes.readUInt16BE(0), transaction: bytes.subarray(8, HEADER_BYTES), attributes };
}

/** Whether the message in `bytes` was written by somebody who has `key`. */
export function isProvenBy(bytes: Buffer, key: Buffer): boolean {
  for (const { type, value, at } of attributesIn(bytes)) {
    if (type !== ATTRIBUTE.messageIntegrity || value?.length !== INTEGRITY_BYTES) continue;
    const covered = withLength(bytes.subarray(0, at), at + 4 + INTEGRITY_BYTES);
    return timingSafeEqual(value, integrity(covered, key));
  }
  return false;
}

/** `at`: where the attribute begins. No value: it goes over the end. */
function* attributesIn(bytes: Buffer): Generator<{ type: number; value: Buffer | undefined; at: number }> {
  let at = HEADER_BYTES;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + bytes.readUInt16BE(at + 2);
    yield { type: bytes.readUInt16BE(at), value: end <= bytes.length ? bytes.subarray(at + 4, end) : undefined, at };
    at = padded(end);
  }
}

function encodeAttribute(type: number, value: Buffer): Buffer {
  const bytes = Buffer.alloc(4 + padded(value.length));
  bytes.writeUInt16BE(type, 0);
  bytes.writeUInt16BE(value.length, 2);
  value.copy(bytes, 4);
  return bytes;
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** A copy that says in its header that it will be `total` bytes long: what is covered includes the attribute that covers it. */
function withLength(message: Buffer, total: number): Buffer {
  const copy = Buffer.from(message);
  copy.writeUInt16BE(total - HEADER_BYTES, 2);
  return copy;
}

const integrity = (covered: Buffer, key: Buffer): Buffer => createHmac('sha1', key).update(covered).digest();

function fingerprint(covered: Buffer): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE((crc32(covered) ^ FINGERPRINT_XOR) >>> 0);
  return bytes;
}
