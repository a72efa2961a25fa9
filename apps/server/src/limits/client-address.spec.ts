import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { clientAddress } from './client-address.js';

const from = (forwarded?: string | string[]) =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '192.0.2.1' },
  }) as unknown as IncomingMessage;

describe('the address of a connection', () => {
  it.each([
    ['nobody is believed', 0, '203.0.113.9', '192.0.2.1'],
    ['the proxy said nothing', 1, undefined, '192.0.2.1'],
    ['the proxy added what it saw', 1, '203.0.113.9', '203.0.113.9'],
    ['the client had forged an entry before', 1, '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['two proxies are in front', 2, '198.51.100.1, 203.0.113.9, 192.0.2.7', '203.0.113.9'],
    ['one of two proxies said nothing', 2, '203.0.113.9', '203.0.113.9'],
    ['there are many headers', 1, ['198.51.100.1', '203.0.113.9'], '203.0.113.9'],
    ['it is IPv6', 1, '2001:db8::1', '2001:db8::1'],
    ['the entry is no address', 1, '198.51.100.1, <script>', '192.0.2.1'],
    ['the entry is empty', 1, ' , ,', '192.0.2.1'],
  ] as const)('if %s', (_, hops, forwarded, expected) => {
    expect(clientAddress(from(forwarded as string | string[]), hops)).toBe(expected);
  });
});
