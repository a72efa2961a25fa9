/**
 * What flows over a link and how, from what two reports of its peer connection say, for people who look into it. Pure; the
 * names are those of webrtc-stats.
 */
import { FEWEST_PACKETS } from './link-health.js';
import { numberIn, pathOf, type Stat, type Stats } from './report.js';

/** One end of the path in use: what kind of address it is (RFC 8445) and how it is reached. */
export interface PathEnd {
  readonly type: string;
  readonly protocol: string;
}

/** Pictures or sound in one direction, all of a kind together. */
export interface Flow {
  readonly kbps: number;
  /** Of the largest picture; undefined for sound and while there is no picture. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly framesPerSecond: number | undefined;
  /** As `VP8`; empty while nothing is sent. */
  readonly codec: string;
}

/** A link at one moment. What the browser does not tell is undefined. */
export interface LinkSample {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly local: PathEnd | undefined;
  readonly remote: PathEnd | undefined;
  /** States of the transport (RFC 8445, RFC 8827); Firefox does not tell. */
  readonly ice: string | undefined;
  readonly dtls: string | undefined;
  readonly rttMs: number | undefined;
  readonly jitterMs: number | undefined;
  /** Share that got lost since the sample before, 0 to 1: of what came, and of what went as the other end says. */
  readonly lossIn: number;
  readonly lossOut: number;
  readonly videoIn: Flow;
  readonly videoOut: Flow;
  readonly audioIn: Flow;
  readonly audioOut: Flow;
  /** All bytes, headers too, over whichever path: the other end may choose another one than this. */
  readonly inKbps: number;
  readonly outKbps: number;
  /** What the browser believes the way there takes. */
  readonly roomKbps: number | undefined;
  /** Why the browser sends less than it was asked to: `bandwidth`, `cpu`, `other`. */
  readonly limitation: string | undefined;
  /** Times the picture has stood still so far. */
  readonly freezes: number;
}

/** @param before the report the rates are counted from; none for the first. */
export function sampleOf(report: RTCStatsReport, before: RTCStatsReport | undefined): LinkSample {
  const now: Stats = report;
  const then: Stats | undefined = before;
  const all: readonly Stat[] = [...now.values()];
  const inbound = all.filter(({ type }) => type === 'inbound-rtp');
  const outbound = all.filter(({ type }) => type === 'outbound-rtp');
  const told = all.filter(({ type }) => type === 'remote-inbound-rtp');
  const transport = all.find(({ type }) => type === 'transport');
  const pair = pathOf(now);
  const pairs = all.filter(({ type }) => type === 'candidate-pair');
  const grown = (stats: readonly Stat[], name: string) =>
    stats.reduce((sum, stat) => sum + Math.max(0, num(stat, name) - num(then?.get(String(stat['id'])), name)), 0);
  const seconds = secondsBetween(then && pathOf(then), pair) ?? secondsBetween(first(then), first(now)) ?? 0;
  const kbps = (stats: readonly Stat[], name: string) =>
    then && seconds > 0 ? Math.round((grown(stats, name) * 8) / 1000 / seconds) : 0;
  const flow = (stats: readonly Stat[], kind: string, name: string): Flow => {
    const streams = stats.filter((stat) => stat['kind'] === kind);
    const largest = streams.reduce<Stat | undefined>(
      (best, stat) => (num(stat, 'frameWidth') > num(best, 'frameWidth') ? stat : best),
      undefined,
    );
    const speaking = streams.find((stat) => grown([stat], name) > 0);
    const codec = now.get(String((largest ?? speaking)?.['codecId']))?.['mimeType'];
    return {
      kbps: kbps(streams, name),
      width: numberIn(largest, 'frameWidth'),
      height: numberIn(largest, 'frameHeight'),
      framesPerSecond: numberIn(largest, 'framesPerSecond'),
      codec: typeof codec === 'string' ? codec.replace(/^.*\//, '') : '',
    };
  };
  const received = grown(inbound, 'packetsReceived');
  const lost = grown(inbound, 'packetsLost');
  // What the other end said of a thing that is no longer sent says nothing of now.
  const isSent = ({ localId }: Stat) =>
    outbound.some((stat) => stat['id'] === localId && (!then || grown([stat], 'packetsSent') > 0));
  const rtt = numberIn(pair, 'currentRoundTripTime') ?? numberIn(told[0], 'roundTripTime');
  const jitter = inbound.map((stat) => numberIn(stat, 'jitter')).filter((value) => value !== undefined);
  const reasons = outbound.flatMap((stat) => text(stat['qualityLimitationReason']) ?? []);
  const limitation = reasons.find((reason) => reason !== 'none');
  const room = numberIn(pair, 'availableOutgoingBitrate');
  return {
    time: Number(all[0]?.['timestamp'] ?? 0),
    local: endOf(now.get(String(pair?.['localCandidateId']))),
    remote: endOf(now.get(String(pair?.['remoteCandidateId']))),
    ice: text(transport?.['iceState']),
    dtls: text(transport?.['dtlsState']),
    rttMs: rtt === undefined ? undefined : Math.round(rtt * 1000),
    jitterMs: jitter.length > 0 ? Math.round(Math.max(...jitter) * 1000) : undefined,
    lossIn: then && received + lost >= FEWEST_PACKETS ? lost / (received + lost) : 0,
    lossOut: Math.max(0, ...told.filter(isSent).map((stat) => num(stat, 'fractionLost'))),
    videoIn: flow(inbound, 'video', 'bytesReceived'),
    videoOut: flow(outbound, 'video', 'bytesSent'),
    audioIn: flow(inbound, 'audio', 'bytesReceived'),
    audioOut: flow(outbound, 'audio', 'bytesSent'),
    inKbps: kbps(pairs, 'bytesReceived'),
    outKbps: kbps(pairs, 'bytesSent'),
    roomKbps: room === undefined ? undefined : Math.round(room / 1000),
    limitation,
    freezes: inbound.reduce((sum, stat) => sum + num(stat, 'freezeCount'), 0),
  };
}

function endOf(candidate: Stat | undefined): PathEnd | undefined {
  if (!candidate) return undefined;
  const { candidateType, protocol, relayProtocol } = candidate;
  return { type: text(candidateType) ?? '', protocol: text(relayProtocol) ?? text(protocol) ?? '' };
}

function secondsBetween(before: Stat | undefined, after: Stat | undefined): number | undefined {
  return before && after ? (num(after, 'timestamp') - num(before, 'timestamp')) / 1000 : undefined;
}

const first = (stats: Stats | undefined): Stat | undefined => stats?.values().next().value;
const num = (stat: Stat | undefined, name: string): number => numberIn(stat, name) ?? 0;
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
