import { describe, expect, it } from '@jest/globals';
import { isCandidateLine } from './check-candidate.js';

const at = (address: string, port: number | string = 50_000) =>
  `candidate:1 1 udp 2113937151 ${address} ${port} typ host`;

describe('a candidate line', () => {
  it.each([
    '',
    'candidate:1526721457 1 udp 2113937151 5f26a842-b756-4828-9dc9-b3bfcb0e63b0.local 38447 typ host generation 0 ufrag Jf2e network-cost 999',
    'candidate:842163049 1 udp 1677729535 198.51.100.7 51044 typ srflx raddr 0.0.0.0 rport 0 generation 0 ufrag s+/E network-id 1',
    'candidate:3498175738 1 tcp 1518280447 192.168.0.2 9 typ host tcptype active generation 0 ufrag Jf2e network-id 1',
    'candidate:2 1 TCP 2105458943 71cc3748-7f77-445f-87e3-b0bf1431ad13.local 9 typ host tcptype active',
    'candidate:5 2 UDP 92216575 203.0.113.9 64000 typ relay raddr 198.51.100.7 rport 64000',
    'candidate:1 1 udp 1 2001:db8::7 1024 typ prflx raddr :: rport 9',
    at('2001:db8:1:2:3:4:5:6'),
    at('::1'),
    at('fd00::'),
    at('::ffff:192.0.2.1'),
    at('64:ff9b::192.0.2.1', 65_535),
  ])('as browsers write it is taken: %s', (line) => expect(isCandidateLine(line)).toBe(true));

  it.each([
    'candidate:',
    'a=candidate:1 1 udp 1 192.0.2.1 5000 typ host',
    `${at('192.0.2.1')}\r\na=ice-lite`,
    `${at('192.0.2.1')}\n`,
    `${at('192.0.2.1')} ufrag`,
    `${at('192.0.2.1')} ufrag \u0000`,
    `${at('192.0.2.1')} ufrag ä`,
    `${at('192.0.2.1')} x ${'y'.repeat(1024)}`,
    at('192.0.2.1', 65_536),
    at('192.0.2.1', -1),
    at('192.0.2.1', '5e3'),
    at('192.0.2.256'),
    at('192.0.2'),
    at('0x7f.0.0.1'),
    at('0300.0.0.1'),
    at('2130706433'),
    at('localhost'),
    at('metadata.google.internal'),
    at('intranet.example.org.local'),
    at(`${'x'.repeat(59)}.local`),
    at('[::1]'),
    at('fe80::1%eth0'),
    at('1:2:3:4:5:6:7'),
    at('1:2:3:4:5:6:7:8:9'),
    at('1::2::3'),
    at('::1.2.3'),
    at('1.2.3.4::'),
    at(':::'),
    'candidate:1 1 sctp 1 192.0.2.1 5000 typ host',
    'candidate:1 1 udp 1 192.0.2.1 5000 typ guest',
    'candidate:1 1 udp 1 192.0.2.1 5000 typ srflx raddr evil.example rport 1',
    `candidate:${'1'.repeat(33)} 1 udp 1 192.0.2.1 5000 typ host`,
    'candidate:1 1  udp 1 192.0.2.1 5000 typ host',
  ])('that no browser writes is refused: %j', (line) => expect(isCandidateLine(line)).toBe(false));
});
