import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { revealsAddress, withoutAddresses } from './relay-only.js';
import type { SignalBody } from './signals.js';

const RELAYED = 'candidate:842163049 1 udp 41885439 203.0.113.7 49203 typ relay raddr 0.0.0.0 rport 0';
const candidate = (text: string, more: object = {}): SignalBody => ({
  kind: 'candidate',
  candidate: { candidate: text, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'abcd', ...more },
});
const offer = (...lines: string[]): SignalBody => ({ kind: 'offer', sdp: `${lines.join('\r\n')}\r\n` });

/** As Chromium and Firefox write them, shortened. */
const CHROMIUM = [
  'v=0',
  'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'a=extmap-allow-mixed',
  'a=msid-semantic: WMS c2d0a3a0-8f25-4e2c-a0f9-5b7dbb2f3b1e',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63',
  'c=IN IP4 0.0.0.0',
  'a=rtcp:9 IN IP4 0.0.0.0',
  'a=ice-ufrag:Jq5+',
  'a=ice-pwd:2m/KqYkDqVAVMVzzCbo9hUbP',
  'a=ice-options:trickle',
  `a=fingerprint:sha-256 ${'A1:'.repeat(31)}0F`,
  'a=setup:actpass',
  'a=mid:0',
  'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'a=rtpmap:111 opus/48000/2',
  'a=rtcp-fb:111 transport-cc',
  'a=fmtp:96 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
  'a=ssrc:3735928559 cname:4TOk42mSjXCkVIa6',
  'a=ssrc:3735928559 msid:c2d0a3a0-8f25 7f0a',
];
const FIREFOX = CHROMIUM.map((line) =>
  line.startsWith('o=') ? 'o=mozilla...THIS_IS_SDPARTA-153.7.0 7160893422614412 0 IN IP4 0.0.0.0' : line,
);

describe('what may be said of addresses where everything goes over a relay', () => {
  it.each([
    ['what Chromium describes', offer(...CHROMIUM)],
    ['a relayed candidate in a description', offer(...CHROMIUM, `a=${RELAYED}`, 'a=end-of-candidates')],
    ['a relayed candidate', candidate(`${RELAYED} generation 0 ufrag Jq5+ network-id 1 network-cost 50`)],
    ['in capitals', candidate(RELAYED.replace('udp', 'UDP'))],
    ['over IPv6', candidate(RELAYED.replace('203.0.113.7', '2001:db8::7').replace('0.0.0.0', '::'))],
    ['the end of candidates', candidate('')],
    ['a size', { kind: 'view', camera: [1, 1], screen: [0, 0] } satisfies SignalBody],
  ])('allows %s', (_what, signal) => {
    expect(revealsAddress(signal)).toBe(false);
  });

  it.each([
    ['a host', RELAYED.replace('typ relay', 'typ host')],
    ['a host in capitals', RELAYED.replace('typ relay', 'TYP HOST')],
    ['a reflexive one', RELAYED.replace('typ relay', 'typ srflx')],
    ['a host by name', 'candidate:1 1 udp 2122260223 0b7c5a5e-6a3f.local 51234 typ host'],
    ['a relay by name', RELAYED.replace('203.0.113.7', 'me.example.org')],
    ['a relay on TCP', 'candidate:1 1 tcp 1518280447 192.168.1.5 9 typ host tcptype active'],
    ['where it was seen from', RELAYED.replace('0.0.0.0', '198.51.100.9')],
    ['the same over IPv6', RELAYED.replace('0.0.0.0', '2001:db8::9')],
    ['the same a second time', `${RELAYED} raddr 192.168.1.5 rport 9`],
    ['a second type', `${RELAYED} typ host`],
    ['nothing of where it was seen from', RELAYED.replace(' raddr 0.0.0.0 rport 0', '')],
    ['a second line', `${RELAYED}\r\na=candidate:1 1 udp 1 192.168.1.5 9 typ host`],
    ['a second line of another sort', `${RELAYED}\ncandidate:1 1 udp 1 192.168.1.5 9 typ host`],
    ['a line before', `\n${RELAYED}`],
    ['two spaces', RELAYED.replace(' typ', '  typ')],
    ['its attribute', `a=${RELAYED}`],
    ['nonsense', 'nonsense'],
  ])('refuses a candidate that is or holds %s', (_what, text) => {
    expect(revealsAddress(candidate(text))).toBe(true);
    expect(revealsAddress(offer(...CHROMIUM, `a=${text}`))).toBe(text !== 'nonsense');
  });

  it.each([
    'c=IN IP4 192.168.1.5',
    'c=IN IP6 2001:db8::5',
    'c=IN IP4 0.0.0.0\nc=IN IP4 192.168.1.5',
    'c=IN IP4 0.0.0.0\rc=IN IP4 192.168.1.5',
    'C=IN IP4 192.168.1.5',
    ' c=IN IP4 192.168.1.5',
    'c=IN IP4 me.example.org',
    'c=IN\tIP4 me.example.org',
    'o=- 1 2 IN IP4 192.168.1.5',
    'o=192.168.1.5 1 2 IN IP4 0.0.0.0',
    'a=rtcp:51234 IN IP4 192.168.1.5',
    'a=RTCP:51234 in ip4 me.example.org',
    'a=remote-candidates:1 192.168.1.5 9',
    'A=CANDIDATE:1 1 UDP 1 me.example.org 9 TYP HOST',
    'a=x-mine:0b7c5a5e-6a3f.local',
    's=192.168.1.5',
    'a=x-mine:\u2028c=IN IP4 h',
    'a=x-mine:\0',
  ])('refuses a description with the line %j', (line) => {
    expect(revealsAddress(offer(...CHROMIUM, line))).toBe(true);
    expect(revealsAddress({ ...(offer(...CHROMIUM, line) as object), kind: 'answer', offer: 1 } as SignalBody)).toBe(
      true,
    );
  });

  it('refuses addresses in the names of sections and users', () => {
    expect(revealsAddress(candidate(RELAYED, { sdpMid: '192.168.1.5' }))).toBe(true);
    expect(revealsAddress(candidate('', { usernameFragment: '2001:db8::5' }))).toBe(true);
    expect(revealsAddress({ kind: 'offer', sdp: 'v=0', sources: { '192.168.1.5': 'screen' } })).toBe(true);
    expect(revealsAddress({ kind: 'offer', sdp: 'v=0', sources: { '2': 'screen' } })).toBe(false);
  });

  const address = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.uuid().map((name) => `${name}.local`),
  );

  it('finds any address in any attribute', () => {
    const line = fc.tuple(fc.stringMatching(/^[a-z-]{1,12}$/), address).map(([name, text]) => `a=${name}:${text}`);
    fc.assert(
      fc.property(line, fc.nat(CHROMIUM.length), (text, at) => {
        return revealsAddress(offer(...CHROMIUM.slice(0, at), text, ...CHROMIUM.slice(at)));
      }),
      { numRuns: 1000 },
    );
  });

  it('is kept after cleaning, whatever a browser finds', () => {
    const found = fc
      .tuple(
        fc.constantFrom('udp', 'TCP'),
        fc.oneof(fc.ipV4(), fc.ipV6()),
        fc.constantFrom('host', 'srflx', 'prflx', 'relay'),
        fc.option(address),
        fc.constantFrom('', ' generation 0 ufrag Jq5+', ' tcptype active', ' x-mine 192.168.1.5'),
      )
      .map(([protocol, own, type, seen, more]) => {
        const from = seen === null ? '' : ` raddr ${seen} rport 51234`;
        return `candidate:1 1 ${protocol} 41885439 ${own} 49203 typ ${type}${from}${more}`;
      });
    fc.assert(
      fc.property(
        fc.array(found, { maxLength: 6 }),
        address,
        fc.constantFrom(CHROMIUM, FIREFOX),
        (all, seen, lines) => {
          const described = withoutAddresses(
            offer(...lines, `c=IN IP4 ${seen}`, `a=rtcp:51234 IN IP4 ${seen}`, ...all.map((text) => `a=${text}`)),
          );
          expect(described && revealsAddress(described)).toBe(false);
          for (const text of all) {
            const cleaned = withoutAddresses(candidate(text));
            expect(cleaned === undefined).toBe(!text.includes('typ relay'));
            if (cleaned) expect(revealsAddress(cleaned)).toBe(false);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('leaves everything else as it is when cleaning', () => {
    const signal = offer(...CHROMIUM.filter((line) => !line.startsWith('o=')), `a=${RELAYED} generation 0 ufrag Jq5+`);
    expect(withoutAddresses(signal)).toEqual(signal);
    expect(withoutAddresses(candidate(''))).toEqual(candidate(''));
  });

  it('takes no longer for lines that are made to', () => {
    const lines = [':'.repeat(60_000), 'a=candidate:1 1 udp 1 ' + ':'.repeat(60_000), `c=${' '.repeat(60_000)}`];
    for (const line of lines) expect(revealsAddress({ kind: 'offer', sdp: line })).toBe(true);
  });
});
