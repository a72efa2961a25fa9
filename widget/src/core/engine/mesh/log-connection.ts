/** Writes down what a peer connection does: candidates, states, the pair it chose. Changes nothing. */
import type { Logger } from '@video-room/log';
import { pathOf, statsOf } from '../../stats/report.js';

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
  pc.addEventListener('connectionstatechange', () => {
    const state = pc.connectionState;
    ice.info('connection', { state });
    // Closed in the meantime, it has no statistics any more.
    if (state === 'connected') logSelectedPair(pc, ice).catch(() => undefined);
  });
}

async function logSelectedPair(pc: RTCPeerConnection, log: Logger): Promise<void> {
  const report = statsOf(await pc.getStats());
  const pair = pathOf(report);
  if (!pair) return;
  const local = report.get(String(pair['localCandidateId']));
  const remote = report.get(String(pair['remoteCandidateId']));
  const rttMs = Math.round(Number(pair['currentRoundTripTime'] ?? 0) * 1000);
  log.info('path chosen', {
    local: local?.['candidateType'],
    remote: remote?.['candidateType'],
    protocol: local?.['relayProtocol'] ?? local?.['protocol'],
    rttMs,
  });
}
