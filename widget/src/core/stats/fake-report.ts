/** A report of a link as a browser makes it, for tests and the gallery. */

export interface FakeFlow {
  /** Since the link began. */
  seconds: number;
  inKbps?: number;
  outKbps?: number;
  rttMs?: number;
  jitterMs?: number;
  /** Share of what comes that gets lost, 0 to 1. */
  lossIn?: number;
  lossOut?: number;
  width?: number;
  height?: number;
  framesPerSecond?: number;
  freezes?: number;
  limitation?: 'none' | 'bandwidth' | 'cpu';
  local?: string;
  remote?: string;
  protocol?: string;
}

/** Of something that flows evenly all the time. */
export function fakeReport(flow: FakeFlow): RTCStatsReport {
  const { seconds, inKbps = 1400, outKbps = 900, rttMs = 12, jitterMs = 3, lossIn = 0, lossOut = 0 } = flow;
  const { width = 1280, height = 720, framesPerSecond = 30, freezes = 0, limitation = 'none' } = flow;
  const { local = 'host', remote = 'prflx', protocol = 'udp' } = flow;
  const bytes = (kbps: number) => Math.round((kbps * 1000 * seconds) / 8);
  const timestamp = 1_700_000_000_000 + seconds * 1000;
  const packets = 100 * seconds;
  const stats: Record<string, unknown>[] = [
    { id: 'T', type: 'transport', selectedCandidatePairId: 'P', dtlsState: 'connected', iceState: 'connected' },
    {
      id: 'P',
      type: 'candidate-pair',
      localCandidateId: 'L',
      remoteCandidateId: 'R',
      bytesReceived: bytes(inKbps),
      bytesSent: bytes(outKbps),
      currentRoundTripTime: rttMs / 1000,
      availableOutgoingBitrate: 2_400_000,
    },
    { id: 'L', type: 'local-candidate', candidateType: local, protocol },
    { id: 'R', type: 'remote-candidate', candidateType: remote, protocol },
    { id: 'CV', type: 'codec', mimeType: 'video/VP8' },
    { id: 'CA', type: 'codec', mimeType: 'audio/opus' },
    {
      id: 'IA',
      type: 'inbound-rtp',
      kind: 'audio',
      codecId: 'CA',
      bytesReceived: bytes(32),
      packetsReceived: packets / 2,
      packetsLost: 0,
      jitter: 0.002,
    },
    {
      id: 'IV',
      type: 'inbound-rtp',
      kind: 'video',
      codecId: 'CV',
      bytesReceived: bytes(inKbps * 0.95),
      packetsReceived: Math.round(packets * (1 - lossIn)),
      packetsLost: Math.round(packets * lossIn),
      jitter: jitterMs / 1000,
      freezeCount: freezes,
      frameWidth: width,
      frameHeight: height,
      framesPerSecond,
    },
    { id: 'OA', type: 'outbound-rtp', kind: 'audio', codecId: 'CA', bytesSent: bytes(32), packetsSent: packets / 2 },
    {
      id: 'OV',
      type: 'outbound-rtp',
      kind: 'video',
      codecId: 'CV',
      bytesSent: bytes(outKbps * 0.95),
      packetsSent: packets,
      frameWidth: 960,
      frameHeight: 540,
      framesPerSecond,
      qualityLimitationReason: limitation,
    },
    { id: 'RV', type: 'remote-inbound-rtp', kind: 'video', localId: 'OV', fractionLost: lossOut },
  ];
  // Made of plain data, it has all a report has.
  return new Map(stats.map((stat) => [stat['id'], { timestamp, ...stat }])) as unknown as RTCStatsReport;
}
