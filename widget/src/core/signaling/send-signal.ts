/** Sends one signal of a link and writes down what becomes of it; one that came too fast is sent again when it may. */
import type { ParticipantId, SignalMessage } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import type { SignalingClient } from './signaling-client.js';

export interface SignalSending {
  signaling: Pick<SignalingClient, 'connected' | 'request' | 'send'>;
  log: Logger;
  /** The other end, if the link is still there. */
  person: ParticipantId | undefined;
  /** Sends again what that person has not answered. */
  resend: (person: ParticipantId) => void;
}

export function sendSignal(signal: SignalMessage, { signaling, log: all, person, resend }: SignalSending): void {
  const log = all.with({ ...(person && { person }), cause: `${signal.link}:${signal.seq}`, own: true });
  log.debug(`${signal.kind} sent`, { delivered: signaling.connected });
  // Nobody waits for the reply to a candidate: a lost one is made up for by the others or by an ICE restart.
  if (signal.kind === 'candidate') return signaling.send('signal', signal);
  const sentAt = performance.now();
  void signaling.request('signal', signal).then((reply) => {
    if (!reply) return log.warn(`${signal.kind} not acknowledged`);
    if (reply.ok) return log.debug(`${signal.kind} acknowledged`, { afterMs: Math.round(performance.now() - sentAt) });
    log.warn(`${signal.kind} refused`, { code: reply.error.code });
    const { retryAfterMs } = reply.error;
    if (retryAfterMs === undefined || !person) return;
    const timer = log.with({ category: 'timer' });
    timer.debug('timer set', { for: 'sending again', afterMs: retryAfterMs });
    setTimeout(() => {
      timer.debug('timer over', { for: 'sending again' });
      resend(person);
    }, retryAfterMs);
  });
}
