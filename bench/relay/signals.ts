/** The signals that are relayed, of the sizes browsers send. Our server and the bare one take them alike. */
import { textFrame } from './raw-socket.js';

/** Bytes of the session description in an offer; the envelope adds about a hundred. */
export const OFFER_BYTES = 1500;
const FULL_DESCRIPTION_BYTES = 3900;
const CANDIDATES_PER_DESCRIPTION = 7;

const SDP_LINE = 'a=rtpmap:96 VP8/90000\r\na=rtcp-fb:96 transport-cc\r\na=extmap:3 http://www.webrtc.org/exp\r\n';
const CANDIDATE =
  'candidate:842163049 1 udp 2122260223 192.168.100.200 50234 typ host generation 0 ufrag EsAw network-id 1 network-cost 10';

/** Where to: a link for our server, a connection for the bare one. */
export type Address = { link: string } | { to: string };

export interface Traffic {
  name: string;
  /** Sent one after the other, over and over. */
  signals: (address: Address) => Buffer[];
  acknowledged: boolean;
}

const packet = (signal: object, acknowledged: boolean): Buffer =>
  textFrame(`42${acknowledged ? '7' : ''}["signal",${JSON.stringify(signal)}]`);

const jsonBytes = (text: string): number => JSON.stringify(text).length - 2;

/** An SDP whose JSON has so many bytes; line ends are escaped there. */
const sdpOf = (bytes: number): string => {
  const first = 'v=0\r\n';
  const [line, rest] = [jsonBytes(SDP_LINE), bytes - jsonBytes(first) - 2];
  return `${first}${SDP_LINE.repeat(Math.floor(rest / line))}s=${'x'.repeat(rest % line)}`;
};

const offer = (address: Address, bytes: number, acknowledged = false): Buffer =>
  packet({ ...address, seq: 1, kind: 'offer', sdp: sdpOf(bytes) }, acknowledged);

const candidate = (address: Address): Buffer => {
  const init = { candidate: CANDIDATE, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'EsAw' };
  return packet({ ...address, seq: 2, kind: 'candidate', candidate: init }, false);
};

export const TRAFFICS: readonly Traffic[] = [
  { name: '1.5 kB offers', signals: (to) => [offer(to, OFFER_BYTES)], acknowledged: false },
  { name: '1.5 kB offers, acknowledged', signals: (to) => [offer(to, OFFER_BYTES, true)], acknowledged: true },
  {
    name: 'a 3.9 kB description, then 7 candidates',
    signals: (to) => [
      offer(to, FULL_DESCRIPTION_BYTES),
      ...Array.from({ length: CANDIDATES_PER_DESCRIPTION }, () => candidate(to)),
    ],
    acknowledged: false,
  },
];
