/** Writes down what a peer connection does: candidates, states, the pair it chose. Changes nothing. */
import type { Logger } from '@video-room/log';
import { pathOf, type Stats } from '../../stats/report.js';
import { watchPath } from './path-watch.js';

export function logConnection(pc: RTCPeerConnection, log: Logger): void {
  const ice = log.with({ category: 'ice' });
  const negotiate = log.with({ category: 'negotiate' });
  pc.addEventListener('signalingstatechange', () => negotiate.debug('signaling state', { state: pc.signalingState }));
  pc.addEventListener('icegatheringstatechange', () => ice.debug('gathering', { state: pc.iceGatheringState }));
  pc.addEventListener('iceconnectionstatechange', () => ice.debug('ICE state', { state: pc.iceConnectionState }));
  pc.addEventListener('icecandidate', ({ candidate }) => {
    if (!candidate?.candidate) return;
    const { type, protocol, address, port } = candidate;
    ice.debug('candidate found', { type, protocol, address, port });
  });
  pc.addEventListener('icecandidateerror', ({ errorCode, errorText, url }) => {
    ice.warn('server for candidates did not help', { errorCode, errorText, url });
  });
  let path = '';
  // Closed in the meantime, it has no statistics any more.
  const lookAtPath = () =>
    selectedPath(pc).then(
      (chosen) => {
        if (!chosen || path === nameOf(chosen)) return;
        path = nameOf(chosen);
        ice.info('path chosen', { ...chosen });
      },
      () => undefined,
    );
  pc.addEventListener('connectionstatechange', () => {
    ice.info('connection', { state: pc.connectionState });
    if (pc.connectionState === 'connected') path = '';
  });
  watchPath(pc, () => void lookAtPath());
}

interface Path {
  readonly local: unknown;
  readonly remote: unknown;
  readonly protocol: unknown;
  readonly rttMs: number;
}

async function selectedPath(pc: RTCPeerConnection): Promise<Path | undefined> {
  const report: Stats = await pc.getStats();
  const pair = pathOf(report);
  if (!pair) return undefined;
  const local = report.get(String(pair['localCandidateId']));
  const remote = report.get(String(pair['remoteCandidateId']));
  const rttMs = Math.round(Number(pair['currentRoundTripTime'] ?? 0) * 1000);
  return {
    local: local?.['candidateType'],
    remote: remote?.['candidateType'],
    protocol: local?.['relayProtocol'] ?? local?.['protocol'],
    rttMs,
  };
}

const nameOf = ({ local, remote, protocol }: Path): string => [local, remote, protocol].join(' ');
