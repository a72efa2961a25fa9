/** Writes down each message of the server: what it is about, and nothing of what people say or may keep secret. */
import type { Logger } from '@video-room/log';
import type { ParticipantId, RelayedSignal } from '@video-room/protocol';
import { longTexts } from '../long-texts.js';
import type { SignalingEvents } from './signaling-client.js';

type Message = SignalingEvents['message'];

export function logReceived(log: Logger, message: Message): void {
  switch (message.type) {
    case 'ready':
      // With what it is compared to, by whoever takes it.
      return;
    case 'signal': {
      const { from, link, seq, kind } = message.payload;
      const about = log.with({ person: from, cause: `${link}:${seq}` });
      return about.debug(`${kind} received`, particularsOf(message.payload));
    }
    case 'participant': {
      const { id, name, connection } = message.payload;
      return log.with({ person: id }).info('participant', { name, connection });
    }
    case 'link': {
      const { id, peer, state } = message.payload;
      return log.with({ person: peer }).debug('link received', { link: id, state });
    }
    case 'call': {
      const { id, kind, state } = message.payload;
      return log.info('call', { call: id, kind, state });
    }
    case 'chat':
      return by(log, message.payload.from.participant).debug('chat received');
    case 'reaction':
      return by(log, message.payload.from.participant).debug('reaction received');
    case 'data':
      return by(log, message.payload.from?.participant).debug('data received', { topic: message.payload.topic });
    case 'moderated': {
      const { act, source } = message.payload;
      return log.info('moderated', { act, source });
    }
    case 'refused':
      return log.warn('message refused', { code: message.payload.code });
    case 'goodbye':
      return log.info('goodbye', { reason: message.payload.reason });
    case 'token-expiring':
      return log.info('token expiring');
    case 'ice':
    case 'room':
    case 'seat':
      return log.debug(`${message.type} received`);
    default:
      // A newer server may say more than this client knows.
      return message satisfies never;
  }
}

const by = (log: Logger, person: ParticipantId | undefined): Logger =>
  person === undefined ? log : log.with({ person });

/** What is worth knowing of a signal beside its kind. */
function particularsOf(signal: RelayedSignal): Record<string, unknown> | undefined {
  if ('sdp' in signal) return longTexts.keep({ sdp: signal.sdp });
  return signal.kind === 'candidate' ? longTexts.keep({ candidate: signal.candidate.candidate }) : undefined;
}
