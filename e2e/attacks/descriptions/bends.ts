/**
 * Bends descriptions in ways that a parser may well take, because each line is one that browsers write: what is bent is what
 * they mean. And keeps what is bent at home: no candidate leads away from this machine.
 */
import { networkInterfaces } from 'node:os';

type Random = () => number;
type Bend = (sdp: string, random: Random) => string;

/** Of one or more. */
const anyOf = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)] as Item;

/** The part for all sections, and the sections. */
function partsOf(sdp: string): [session: string, sections: string[]] {
  const [session = '', ...sections] = sdp.split(/(?=^m=)/m);
  return [session, sections];
}

const bendSections =
  (bend: (sections: string[], random: Random) => string[]): Bend =>
  (sdp, random) => {
    const [session, sections] = partsOf(sdp);
    return session + (sections.length > 0 ? bend(sections, random).join('') : '');
  };

/** In all places, or in one. */
const swap =
  (what: RegExp, ...others: readonly string[]): Bend =>
  (sdp, random) => {
    const other = anyOf(others, random);
    const places = [...sdp.matchAll(what)].length;
    const only = random() < 0.5 ? Math.floor(random() * places) : undefined;
    let place = -1;
    return sdp.replace(what, (line) => ((place += 1) === only || only === undefined ? other : line));
  };

const FINGERPRINT = Array.from({ length: 32 }, () => 'AB').join(':');

const BENDS: readonly Bend[] = [
  bendSections((sections) => sections.toReversed()),
  bendSections((sections) => sections.slice(0, -1)),
  bendSections((sections) => [...sections, ...sections]),
  bendSections((sections, random) => [...sections, anyOf(sections, random).replace(/^a=mid:.*$/m, 'a=mid:77')]),
  bendSections((sections) => [
    ...sections,
    ...Array.from({ length: 28 }, (_, at) => (sections[1] ?? '').replace(/^a=mid:.*$/m, `a=mid:x${at}`)),
  ]),
  bendSections((sections) => sections.map((section) => section.replace(/^m=\w+/, 'm=application'))),
  bendSections((sections) => sections.map((section) => section.replace(/^m=(\w+) \d+/, 'm=$1 0'))),
  bendSections((sections) => sections.map((section) => section.replace(/^(m=\w+ \d+ \S+) .*$/m, '$1 0'))),
  bendSections((sections) => sections.map((section) => section.replace(/^a=rtpmap:.*\r\n/gm, ''))),
  swap(/^a=setup:\w+/gm, 'a=setup:active', 'a=setup:passive', 'a=setup:holdconn', 'a=setup:actpass'),
  swap(/^a=(sendrecv|sendonly|recvonly|inactive)/gm, 'a=inactive', 'a=recvonly', 'a=sendonly', 'a=sendrecv'),
  swap(
    /^a=fingerprint:.*$/gm,
    `a=fingerprint:sha-256 ${FINGERPRINT}`,
    'a=fingerprint:sha-1 AB:CD',
    'a=fingerprint:md5 00',
  ),
  swap(/^a=ice-ufrag:.*$/gm, 'a=ice-ufrag:abcd', 'a=ice-ufrag:x', `a=ice-ufrag:${'u'.repeat(256)}`),
  swap(/^a=ice-pwd:.*$/gm, `a=ice-pwd:${'p'.repeat(24)}`, 'a=ice-pwd:short', `a=ice-pwd:${'p'.repeat(257)}`),
  swap(/^a=mid:.*$/gm, 'a=mid:0', 'a=mid:1', 'a=mid:9', `a=mid:${'m'.repeat(99)}`),
  swap(
    /^a=group:BUNDLE.*$/gm,
    'a=group:BUNDLE 0',
    'a=group:BUNDLE 0 0',
    'a=group:BUNDLE 5 6',
    'a=group:LS 0 1',
    'a=group:BUNDLE',
  ),
  swap(/^a=rtcp-mux$/gm, 'a=rtcp-mux-only', 'a=x-none'),
  swap(/^a=rtpmap:(\d+).*$/gm, 'a=rtpmap:96 VP8/1', 'a=rtpmap:111 opus/8000', 'a=rtpmap:127 none/90000'),
  swap(/^a=extmap:\d+/gm, 'a=extmap:1', 'a=extmap:15', 'a=extmap:255', 'a=extmap:0'),
  swap(/^a=ssrc:\d+/gm, 'a=ssrc:1', 'a=ssrc:4294967295', 'a=ssrc:0'),
  swap(/^a=msid:.*$/gm, 'a=msid:- -', `a=msid:${'s'.repeat(900)} t`, 'a=msid:same same'),
  swap(
    /^a=rtcp-rsize$/gm,
    'a=ice-lite',
    'b=AS:1',
    'a=simulcast:recv h;m;l',
    'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x',
  ),
  swap(/^o=.*$/gm, 'o=- 1 1 IN IP4 127.0.0.1', 'o=- 0 18446744073709551615 IN IP6 ::1'),
];

/** One to three of them. */
export function bend(sdp: string, random: Random): string {
  let bent = sdp;
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) bent = anyOf(BENDS, random)(bent, random);
  return bent;
}

const OWN = Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address));
const ADDRESS = /^((?:a=)?candidate:\S+ \S+ \S+ \S+ )(\S+)/gim;

/** The same with every candidate's address one of this machine. */
export const homeward = (text: string): string =>
  text.replace(ADDRESS, (line, before: string, address: string) =>
    OWN.includes(address) ? line : before + (address.includes(':') ? '::1' : '127.0.0.1'),
  );
