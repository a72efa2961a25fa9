/**
 * What the elements need of a session, and the one place that makes it. Tests and the gallery put another maker here.
 */
import type { LogBus } from '@video-room/log';
import { Session } from '../core/session.js';

export type SessionPort = Pick<
  Session,
  'state' | 'on' | 'warm' | 'join' | 'leave' | 'setWanted' | 'setName' | 'close'
> &
  Partial<Pick<Session, 'calm'>>;

export const sessionFactory = {
  create: (bus: LogBus): SessionPort => new Session({ bus }),
};
