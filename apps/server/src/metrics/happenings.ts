/**
 * What happens in the server that is worth counting, for whoever counts. Nobody need listen. Nothing here says who, in
 * which room, or from where.
 */
import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { ErrorCode, ReportMessage, RoomKind } from '@video-room/protocol';
import type { ProblemCode } from '../api/problem.js';

/** What was refused: a connection, a message of a socket, or a request. */
export type RefusedAt = 'connect' | 'message' | 'request';

export interface HappeningEvents {
  /** A socket got its first `ready`, so long after its CONNECT packet came, in milliseconds. */
  welcomed: [{ kind: RoomKind; afterMs: number }];
  /** A client told how its links did. */
  reported: [ReportMessage];
  refused: [at: RefusedAt, code: ErrorCode | ProblemCode];
}

@Injectable()
export class Happenings extends EventEmitter<HappeningEvents> {}
