/**
 * What the elements need of a session, and the one place that makes it. Tests and the gallery put another maker here.
 */
import type { LogBus } from '@video-room/log';
import type { LocalMedia } from '../core/media/local-media.js';
import type { RoomRequests } from '../core/room-requests.js';
import { Session } from '../core/session.js';

export type RequestsPort = Pick<
  RoomRequests,
  'choices' | 'ask' | 'call' | 'invite' | 'knock' | 'accept' | 'answer' | 'hangUp' | 'choose'
>;

export type MediaPort = Pick<LocalMedia, 'setup' | 'setUp' | 'wake' | 'port'>;

export interface SessionPort
  extends
    Pick<
      Session,
      | 'state'
      | 'on'
      | 'warm'
      | 'join'
      | 'leave'
      | 'setWanted'
      | 'setSoundOnly'
      | 'preview'
      | 'setName'
      | 'tokenGiven'
      | 'shareScreen'
      | 'switchScreen'
      | 'setViews'
      | 'setBudget'
      | 'senders'
      | 'close'
    >,
    Partial<Pick<Session, 'calm' | 'links' | 'simulate'>> {
  readonly requests: RequestsPort;
  readonly media: MediaPort;
}

export const sessionFactory = {
  create: (bus: LogBus): SessionPort => new Session({ bus }),
};
