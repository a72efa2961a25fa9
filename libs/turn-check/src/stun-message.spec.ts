import { describe, expect, it } from '@jest/globals';
import {
  ATTRIBUTE,
  attributeOf,
  CLASS,
  decodeMessage,
  encodeMessage,
  HEADER_BYTES,
  isProvenBy,
  longTermKey,
  METHOD,
} from './stun-message.js';
import { StunStream } from './stun-stream.js';
import { decodeXorAddress, encodeXorAddress } from './xor-address.js';

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');

const FINGERPRINT_BYTES = 8;

/** The test vectors of RFC 5769, sections 2.2, 2.3 and 2.4. */
const SHORT_TERM_PASSWORD = Buffer.from('VOkJxbRl1RmTxUk/WvJxBt');
const IPV4_ANSWER = hex(`
  0101003c 2112a442 b7e7a701bc34d686fa87dfae 8022000b 7465737420766563746f7220
  00200008 0001a147e112a643 00080014 2b91f599fd9e90c38c7489f92af9ba53f06be7d7 80280004 c07d4c96`);
const IPV6_ANSWER = hex(`
  01010048 2112a442 b7e7a701bc34d686fa87dfae 8022000b 7465737420766563746f7220
  00200014 0002a1470113a9faa5d3f179bc25f4b5bed2b9d9
  00080014 a382954e4be67bf11784c97c8292c275bfe3ed41 80280004 c8fb0b4c`);
const LONG_TERM_REQUEST = hex(`
  00010060 2112a442 78ad3433c6ad72c029da412e
  00060012 e3839ee38388e383aae38383e382afe382b90000
  0015001c 662f2f3439396b39353464364f4c33346f4c394653547679363473 41
  0014000b 6578616d706c652e6f726700 00080014 f67024656dd64a3e02b8e0712e85c9a28ca89666`);

describe('STUN messages', () => {
  it.each([
    ['IPv4', IPV4_ANSWER, '192.0.2.1'],
    ['IPv6', IPV6_ANSWER, '2001:db8:1234:5678:11:2233:4455:6677'],
  ])("reads the RFC's answer with an %s address", (_, bytes, address) => {
    const message = decodeMessage(bytes)!;
    expect(message.type).toBe(METHOD.binding | CLASS.success);
    const mapped = attributeOf(message, ATTRIBUTE.mappedAddress)!;
    expect(decodeXorAddress(mapped, message.transaction)).toEqual({ address, port: 32853 });
    expect(encodeXorAddress({ address, port: 32853 }, message.transaction)).toEqual(mapped);
    expect(isProvenBy(bytes, SHORT_TERM_PASSWORD)).toBe(true);
    expect(isProvenBy(bytes, Buffer.from('another password'))).toBe(false);
  });

  it("knows the writer of the RFC's request with long-term credentials", () => {
    expect(decodeMessage(LONG_TERM_REQUEST)).toBeDefined();
    expect(isProvenBy(LONG_TERM_REQUEST, longTermKey('マトリックス', 'example.org', 'TheMatrIX'))).toBe(true);
  });

  it('writes what it reads', () => {
    const key = Buffer.from('key');
    const message = {
      type: METHOD.allocate | CLASS.request,
      transaction: Buffer.alloc(12, 7),
      attributes: [[ATTRIBUTE.realm, Buffer.from('odd')] as const, [ATTRIBUTE.data, Buffer.alloc(0)] as const],
    };
    const bytes = encodeMessage(message, key);
    expect(decodeMessage(bytes)).toEqual(message);
    expect(isProvenBy(bytes, key)).toBe(true);
    expect(isProvenBy(encodeMessage(message), key)).toBe(false);
  });

  it('refuses what is cut, changed or something else', () => {
    for (let length = 0; length < IPV4_ANSWER.length; length += 1) {
      expect(decodeMessage(IPV4_ANSWER.subarray(0, length))).toBeUndefined();
    }
    for (let at = 0; at < IPV4_ANSWER.length - FINGERPRINT_BYTES; at += 1) {
      const changed = Buffer.from(IPV4_ANSWER);
      changed[at]! ^= 0x40;
      expect([undefined, false]).toContain(decodeMessage(changed) && isProvenBy(changed, SHORT_TERM_PASSWORD));
    }
    expect(decodeMessage(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'))).toBeUndefined();
  });

  it('does not read what stands behind the proof', () => {
    const [key, type, transaction] = [Buffer.from('key'), METHOD.binding | CLASS.success, Buffer.alloc(12)];
    const added = encodeMessage({ type, transaction, attributes: [[ATTRIBUTE.data, Buffer.from('more')]] });
    const proven = encodeMessage({ type, transaction, attributes: [] }, key).subarray(0, -FINGERPRINT_BYTES);
    const bytes = Buffer.concat([proven, added.subarray(HEADER_BYTES, -FINGERPRINT_BYTES)]);
    bytes.writeUInt16BE(bytes.length - HEADER_BYTES, 2);
    expect(isProvenBy(bytes, key)).toBe(true);
    expect(decodeMessage(bytes)).toMatchObject({ attributes: [] });
  });

  it.each(['::', '::1', 'fe80::1%eth0', '2001:db8::ffff:192.0.2.1'])('carries %s', (address) => {
    const transaction = Buffer.alloc(12, 3);
    const read = decodeXorAddress(encodeXorAddress({ address, port: 1 }, transaction), transaction)!;
    const normal = (text: string): string => new URL(`http://[${text.replace(/%.*/, '')}]`).hostname;
    expect(normal(read.address)).toBe(normal(address));
  });

  it('takes no address of another length or family', () => {
    for (const value of ['', '0001', '0003a147e112a643', '0001a147e112a64300', '0002a147e112a643']) {
      expect(decodeXorAddress(hex(value), Buffer.alloc(12))).toBeUndefined();
    }
  });
});

describe('a stream of STUN messages', () => {
  it('is cut where one ends, wherever the chunks end', () => {
    const both = Buffer.concat([IPV4_ANSWER, LONG_TERM_REQUEST]);
    for (let size = 1; size <= both.length; size += 1) {
      const stream = new StunStream();
      const messages: Buffer[] = [];
      for (let at = 0; at < both.length; at += size) messages.push(...stream.push(both.subarray(at, at + size)));
      expect(messages).toEqual([IPV4_ANSWER, LONG_TERM_REQUEST]);
    }
  });

  it('ends with what is no STUN', () => {
    expect(() => new StunStream().push(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'))).toThrow(/not STUN/);
  });
});
