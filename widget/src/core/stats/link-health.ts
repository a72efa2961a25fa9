/** How well a link does, from what two reports of its peer connection say. Pure; the names are those of webrtc-stats. */
import { numberIn, pathOf, type Stat, type Stats } from './report.js';

/** What one sends of one thing, and what becomes of it. */
interface SentStream {
  packets: number;
  picture: boolean;
  /** Share that gets lost on the way, 0 to 1, as the other end last said. */
  lost: number;
}

/** What has come and gone over a link so far. */
export interface LinkCounters {
  atMs: number;
  received: number;
  lost: number;
  /** Seconds the picture stood still. */
  frozenS: number;
  /** Round trip of the path in use, in seconds; undefined before the first measurement. */
  rttS: number | undefined;
  /** By its id. */
  sent: ReadonlyMap<string, SentStream>;
  /** What the path takes, as far as the browser knows. */
  roomBps: number | undefined;
}

/** How a link did for a while. */
export interface LinkHealth {
  rttMs: number | undefined;
  /** Share that got lost, 0 to 1: of what comes, and of what goes. */
  lossIn: number;
  lossOut: number;
  /** Share of the time the picture stood still, 0 to 1. */
  frozen: number;
  /** In bits per second; undefined while no picture is sent, as nobody then finds out how much there is. */
  roomBps: number | undefined;
}

/** Of fewer packets than that no share is told: one of three is no loss of a third. */
export const FEWEST_PACKETS = 20;

export function countersOf(report: RTCStatsReport, atMs: number): LinkCounters {
  const stats: Stats = report;
  const of = (type: string) => [...stats.values()].filter((stat) => stat['type'] === type);
  const inbound = of('inbound-rtp');
  const told = of('remote-inbound-rtp');
  const pair = pathOf(stats);
  return {
    atMs,
    received: sum(inbound, 'packetsReceived'),
    lost: sum(inbound, 'packetsLost'),
    frozenS: sum(inbound, 'totalFreezesDuration'),
    rttS: numberIn(pair, 'currentRoundTripTime') ?? numberIn(told[0], 'roundTripTime'),
    sent: new Map(of('outbound-rtp').map((stream) => [String(stream['id']), sentStream(stream, told)])),
    roomBps: numberIn(pair, 'availableOutgoingBitrate'),
  };
}

export function healthBetween(before: LinkCounters, after: LinkCounters): LinkHealth {
  const received = Math.max(0, after.received - before.received);
  // Packets that came twice or late are taken off again.
  const lost = Math.max(0, after.lost - before.lost);
  const seconds = (after.atMs - before.atMs) / 1000;
  // What the other end said of a thing that is no longer sent says nothing of now.
  const sent = [...after.sent].filter(([id, { packets }]) => packets > (before.sent.get(id)?.packets ?? 0));
  return {
    rttMs: after.rttS === undefined ? undefined : after.rttS * 1000,
    lossIn: received + lost >= FEWEST_PACKETS ? lost / (received + lost) : 0,
    lossOut: Math.max(0, ...sent.map(([, stream]) => stream.lost)),
    frozen: seconds > 0 ? Math.min(1, Math.max(0, after.frozenS - before.frozenS) / seconds) : 0,
    roomBps: sent.some(([, { picture }]) => picture) ? after.roomBps : undefined,
  };
}

function sentStream({ id, kind, packetsSent }: Stat, told: readonly Stat[]): SentStream {
  const said = told.find(({ localId }) => localId === id);
  return {
    packets: Number(packetsSent ?? 0),
    picture: kind === 'video',
    lost: numberIn(said, 'fractionLost') ?? 0,
  };
}

const sum = (stats: readonly Stat[], name: string) => stats.reduce((total, stat) => total + Number(stat[name] ?? 0), 0);
