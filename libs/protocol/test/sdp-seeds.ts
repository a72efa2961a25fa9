/**
 * Session descriptions and candidates of every sort that browsers make, written here line by line from the standards: what
 * attacks are bent from, and what must never be refused. Made, not recorded, so that none is anybody's.
 */
const FINGERPRINT = Array.from({ length: 32 }, (_, at) => ((at * 37 + 11) % 256).toString(16).padStart(2, '0'))
  .join(':')
  .toUpperCase();

interface Dialect {
  session: readonly string[];
  address: string;
  candidates: readonly string[];
  /** Whether each section repeats the fingerprint, or the session has it once. */
  fingerprintInSections: boolean;
}

const CHROMIUM: Dialect = {
  session: [
    'o=- 8401408910461773285 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=extmap-allow-mixed',
    'a=msid-semantic: WMS',
  ],
  address: 'IN IP4 0.0.0.0',
  candidates: [
    'candidate:1526721457 1 udp 2113937151 5f26a842-b756-4828-9dc9-b3bfcb0e63b0.local 38447 typ host generation 0 network-cost 999',
    'candidate:842163049 1 udp 1677729535 198.51.100.7 51044 typ srflx raddr 0.0.0.0 rport 0 generation 0 network-cost 999',
    'candidate:3498175738 1 tcp 1518280447 192.0.2.9 9 typ host tcptype active generation 0 network-id 1',
  ],
  fingerprintInSections: true,
};

const FIREFOX: Dialect = {
  session: [
    'o=mozilla...THIS_IS_SDPARTA-99.0 4758001376459355799 0 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    'a=sendrecv',
    'a=msid-semantic:WMS *',
  ],
  address: 'IN IP4 0.0.0.0',
  candidates: [
    'candidate:0 1 UDP 2122187007 71cc3748-7f77-445f-87e3-b0bf1431ad13.local 40691 typ host',
    'candidate:2 1 TCP 2105458943 71cc3748-7f77-445f-87e3-b0bf1431ad13.local 9 typ host tcptype active',
    'candidate:5 1 UDP 92216575 203.0.113.9 64000 typ relay raddr 203.0.113.9 rport 64000',
  ],
  fingerprintInSections: false,
};

const SAFARI: Dialect = {
  session: ['o=- 1186231843116430331 3 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=extmap-allow-mixed'],
  address: 'IN IP6 2001:db8::7',
  candidates: [
    'candidate:4077567720 1 udp 2113937151 2001:db8::7 54400 typ host generation 0 network-cost 999',
    'candidate:1 1 udp 41885439 2001:db8:f::1 49160 typ relay raddr :: rport 0 generation 0',
  ],
  fingerprintInSections: true,
};

type Section = 'audio' | 'red' | 'video' | 'simulcast' | 'silent' | 'rejected' | 'data';

const AUDIO_CODECS = [
  'rtpmap:111 opus/48000/2',
  'rtcp-fb:111 transport-cc',
  'fmtp:111 minptime=10;useinbandfec=1;usedtx=1',
];
const VIDEO_CODECS = [
  'rtpmap:96 VP8/90000',
  ...['goog-remb', 'transport-cc', 'ccm fir', 'nack', 'nack pli'].map((feedback) => `rtcp-fb:96 ${feedback}`),
  'rtpmap:97 rtx/90000',
  'fmtp:97 apt=96',
  'rtpmap:98 H264/90000',
  'fmtp:98 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
  'rtpmap:45 AV1/90000',
  'fmtp:45 level-idx=5;profile=0;tier=0',
];
const SOURCE = ['ssrc:1001 cname:aBcD', 'ssrc:1001 msid:- 8c7b', 'ssrc:1002 cname:aBcD', 'ssrc-group:FID 1001 1002'];

const SECTIONS: Record<Section, { line: string; attributes: readonly string[] }> = {
  audio: { line: 'audio 9 UDP/TLS/RTP/SAVPF 111 9 0 8 126', attributes: [...AUDIO_CODECS, 'sendrecv', 'msid:- 8c7b'] },
  red: {
    line: 'audio 9 UDP/TLS/RTP/SAVPF 63 111',
    attributes: ['rtpmap:63 red/48000/2', 'fmtp:63 111/111', ...AUDIO_CODECS, 'sendrecv'],
  },
  video: { line: 'video 9 UDP/TLS/RTP/SAVPF 96 97 98 45', attributes: [...VIDEO_CODECS, 'sendrecv', ...SOURCE] },
  simulcast: {
    line: 'video 9 UDP/TLS/RTP/SAVPF 96 97',
    attributes: [
      ...VIDEO_CODECS.slice(0, 8),
      'sendonly',
      ...['h', 'm', 'l'].map((rid) => `rid:${rid} send`),
      'simulcast:send h;m;l',
    ],
  },
  silent: { line: 'video 9 UDP/TLS/RTP/SAVPF 96', attributes: ['rtpmap:96 VP8/90000', 'inactive'] },
  rejected: { line: 'video 0 UDP/TLS/RTP/SAVPF 96', attributes: ['rtpmap:96 VP8/90000', 'inactive'] },
  data: {
    line: 'application 9 UDP/DTLS/SCTP webrtc-datachannel',
    attributes: ['sctp-port:5000', 'max-message-size:262144'],
  },
};

const LAYOUTS: readonly (readonly Section[])[] = [
  ['audio'],
  ['audio', 'video'],
  ['red', 'video'],
  ['audio', 'video', 'video', 'audio'],
  ['red', 'simulcast', 'video', 'audio', 'video', 'audio'],
  ['audio', 'video', 'silent', 'silent'],
  ['audio', 'rejected'],
  ['data'],
];

const SETUPS = [
  { setup: 'actpass', withCandidates: false },
  { setup: 'active', withCandidates: true },
  { setup: 'passive', withCandidates: false },
] as const;

const NAMED: readonly [string, Dialect][] = [
  ['Chromium', CHROMIUM],
  ['Firefox', FIREFOX],
  ['Safari', SAFARI],
];

/** 72 descriptions: of three browsers, of eight arrangements, as offers and answers. */
export const SDP_SEEDS: readonly { name: string; sdp: string }[] = NAMED.flatMap(([browser, dialect]) =>
  LAYOUTS.flatMap((layout) =>
    SETUPS.map(({ setup, withCandidates }) => ({
      name: `${browser}, ${setup}: ${layout.join(' ')}`,
      sdp: describe(dialect, layout, setup, withCandidates),
    })),
  ),
);

export const CANDIDATE_SEEDS: readonly string[] = NAMED.flatMap(([, { candidates }]) => candidates);

function describe(dialect: Dialect, layout: readonly Section[], setup: string, withCandidates: boolean): string {
  const fingerprint = `a=fingerprint:sha-256 ${FINGERPRINT}`;
  const ice = ['a=ice-ufrag:Jf2e', 'a=ice-pwd:0123456789abcdefABCDEF+/', 'a=ice-options:trickle'];
  const sections = layout.flatMap((section, mid) => [
    `m=${SECTIONS[section].line}`,
    `c=${dialect.address}`,
    ...(withCandidates ? dialect.candidates.map((candidate) => `a=${candidate}`) : []),
    ...ice,
    ...(dialect.fingerprintInSections ? [fingerprint] : []),
    `a=setup:${setup}`,
    `a=mid:${mid}`,
    'a=rtcp-mux',
    'a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
    ...SECTIONS[section].attributes.map((attribute) => `a=${attribute}`),
  ]);
  const group = `a=group:BUNDLE ${layout.map((_, mid) => mid).join(' ')}`;
  const session = ['v=0', ...dialect.session, group, ...(dialect.fingerprintInSections ? [] : [fingerprint])];
  return [...session, ...sections, ''].join('\r\n');
}
