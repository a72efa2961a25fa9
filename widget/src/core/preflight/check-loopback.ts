/**
 * What goes through a relay: two connections in this page, each reached through the relay alone. First a word there and
 * back, then as much as goes through for a moment. Everything goes up and comes down once, so the figure is what the
 * slower of the two directions takes.
 */
import type { IceServer } from '@video-room/protocol';
import type { PreflightEnvironment } from './environment.js';
import { finding, type OwnPreflightCode, type PreflightFinding } from './finding.js';

const CONNECT_TIMEOUT_MS = 4_000;
/** Below this there is sound and no picture worth the name, in kbit/s. */
const ENOUGH_KBPS = 300;
const CHUNK_BYTES = 8 * 1024;
/** So much is on its way at most, so that a slow line is not filled for longer than it is measured. */
const AHEAD_BYTES = 128 * 1024;

export interface LoopbackFindings {
  loopback: PreflightFinding;
  bandwidth: PreflightFinding;
}

export interface LoopbackOptions {
  /** How long as much as can is sent, in milliseconds. */
  measuredMs: number;
  signal: AbortSignal;
  /** Called before that. */
  onConnected: (loopback: PreflightFinding) => void;
}

export const skippedLoopback = (code: OwnPreflightCode): LoopbackFindings => ({
  loopback: finding('loopback', 'skipped', code),
  bandwidth: finding('bandwidth', 'skipped', code),
});

export async function checkLoopback(
  environment: PreflightEnvironment,
  servers: readonly IceServer[],
  { measuredMs, signal, onConnected }: LoopbackOptions,
): Promise<LoopbackFindings> {
  if (servers.length === 0) return skippedLoopback('needs-relay');
  const configuration = { iceServers: [...servers], iceTransportPolicy: 'relay' } satisfies RTCConfiguration;
  const [near, far] = [environment.connect(configuration), environment.connect(configuration)];
  const close = () => [near, far].forEach((connection) => connection.close());
  signal.addEventListener('abort', close);
  try {
    const ends = await connect(near, far, signal);
    if (!ends) {
      const loopback = finding('loopback', 'failed', 'relay-blocked');
      return { loopback, bandwidth: finding('bandwidth', 'skipped', 'needs-relay') };
    }
    const sentAt = environment.now();
    const echoed = echo(ends);
    ends.sender.send('echo');
    await echoed;
    const loopback = finding('loopback', 'ok', 'ok', { ms: Math.round(environment.now() - sentAt) });
    onConnected(loopback);
    return { loopback, bandwidth: await measure(environment, ends, measuredMs, signal) };
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

interface Ends {
  sender: RTCDataChannel;
  receiver: RTCDataChannel;
}

/** Undefined if no channel opens in time. */
async function connect(
  near: RTCPeerConnection,
  far: RTCPeerConnection,
  signal: AbortSignal,
): Promise<Ends | undefined> {
  pass(near, far);
  pass(far, near);
  const sender = near.createDataChannel('preflight');
  const opened = new Promise<Ends | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), CONNECT_TIMEOUT_MS);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
    far.addEventListener('datachannel', ({ channel: receiver }) => {
      const ready = () => {
        clearTimeout(timer);
        resolve({ sender, receiver });
      };
      if (sender.readyState === 'open') ready();
      else sender.addEventListener('open', ready);
    });
  });
  await near.setLocalDescription();
  if (near.localDescription) await far.setRemoteDescription(near.localDescription);
  await far.setLocalDescription();
  if (far.localDescription) await near.setRemoteDescription(far.localDescription);
  return opened;
}

/** Candidates of one to the other, once that can take them. */
function pass(from: RTCPeerConnection, to: RTCPeerConnection): void {
  const waiting: RTCIceCandidate[] = [];
  const flush = () => {
    if (!to.remoteDescription) return;
    for (const candidate of waiting.splice(0)) void to.addIceCandidate(candidate).catch(() => undefined);
  };
  from.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate) waiting.push(candidate);
    flush();
  });
  to.addEventListener('signalingstatechange', flush);
}

const echo = ({ sender, receiver }: Ends): Promise<unknown> => {
  receiver.addEventListener('message', ({ data }) => receiver.send(String(data)), { once: true });
  return new Promise((resolve) => sender.addEventListener('message', resolve, { once: true }));
};

async function measure(
  environment: PreflightEnvironment,
  { sender, receiver }: Ends,
  measuredMs: number,
  signal: AbortSignal,
) {
  const chunk = new Uint8Array(CHUNK_BYTES);
  let bytes = 0;
  let until = 0;
  receiver.binaryType = 'arraybuffer';
  receiver.addEventListener('message', ({ data }) => (bytes += (data as ArrayBuffer).byteLength));
  const fill = () => {
    while (sender.readyState === 'open' && sender.bufferedAmount < AHEAD_BYTES && environment.now() < until) {
      sender.send(chunk);
    }
  };
  sender.bufferedAmountLowThreshold = AHEAD_BYTES / 2;
  sender.addEventListener('bufferedamountlow', fill);
  const startedAt = environment.now();
  until = startedAt + measuredMs;
  fill();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, measuredMs);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
  const kbps = Math.round((bytes * 8) / Math.max(1, environment.now() - startedAt));
  return kbps < ENOUGH_KBPS
    ? finding('bandwidth', 'warning', 'bandwidth-low', { kbps })
    : finding('bandwidth', 'ok', 'ok', { kbps });
}
