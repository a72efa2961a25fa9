/**
 * The one way in for messages: rate, name, handler, answer. Why not @SubscribeMessage:
 * docs/decisions/0001-one-dispatch-table.md.
 */
import { Inject, Injectable } from '@nestjs/common';
import { ProtocolError, type ClientMessageType, type Reply } from '@video-room/protocol';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import { Happenings } from '../metrics/happenings.js';
import { badMessage, toWireError } from './error-reply.js';
import { LeaveHandler } from './handlers/leave.handler.js';
import { AnswerHandler } from './handlers/answer.handler.js';
import { CallHandler } from './handlers/call.handler.js';
import { ChatHandler } from './handlers/chat.handler.js';
import { ClockHandler } from './handlers/clock.handler.js';
import { DataHandler } from './handlers/data.handler.js';
import { HangUpHandler } from './handlers/hang-up.handler.js';
import { LogHandler } from './handlers/log.handler.js';
import type { MessageHandler } from './handlers/message-handler.js';
import { ModerateHandler } from './handlers/moderate.handler.js';
import { ReactHandler } from './handlers/react.handler.js';
import { RenewHandler } from './handlers/renew.handler.js';
import { ReportHandler } from './handlers/report.handler.js';
import { SignalHandler } from './handlers/signal.handler.js';
import { TimelineHandler } from './handlers/timeline.handler.js';
import { UpdateHandler } from './handlers/update.handler.js';
import { PersonRates } from './person-rates.js';
import type { SignalingSocket } from './signaling-socket.js';
import { TimelineNotes } from './timeline-notes.js';

type Acknowledge = (reply: Reply) => void;

const OK: Reply = { ok: true };
/** A socket that goes on sending after this many refusals for its rate is closed. */
const FLOOD_REFUSALS = 200;

@Injectable()
export class Dispatcher {
  readonly #handlers: ReadonlyMap<string, MessageHandler>;
  readonly #people: PersonRates;
  readonly #notes: TimelineNotes;
  readonly #happenings: Happenings;
  readonly #log: ServerLog;
  /** The same for all sockets, as each is kept: Socket.IO calls it on the socket. */
  readonly #listen: (event: string, ...args: unknown[]) => void;

  constructor(
    signal: SignalHandler,
    update: UpdateHandler,
    renew: RenewHandler,
    leave: LeaveHandler,
    call: CallHandler,
    answer: AnswerHandler,
    hangUp: HangUpHandler,
    chat: ChatHandler,
    react: ReactHandler,
    data: DataHandler,
    moderate: ModerateHandler,
    report: ReportHandler,
    clock: ClockHandler,
    logLines: LogHandler,
    timeline: TimelineHandler,
    people: PersonRates,
    notes: TimelineNotes,
    happenings: Happenings,
    @Inject(SERVER_LOG) log: ServerLog,
  ) {
    const table: { [Type in ClientMessageType]: MessageHandler } = {
      signal,
      update,
      renew,
      leave,
      call,
      answer,
      'hang-up': hangUp,
      chat,
      react,
      data,
      moderate,
      report,
      clock,
      log: logLines,
      timeline,
    };
    this.#handlers = new Map(Object.entries(table));
    this.#people = people;
    this.#notes = notes;
    this.#happenings = happenings;
    this.#log = log;
    const dispatch = this.#dispatch.bind(this);
    this.#listen = function (this: unknown, event, ...args) {
      dispatch(this as SignalingSocket, event, args);
    };
  }

  attach(socket: SignalingSocket): void {
    socket.onAny(this.#listen);
  }

  #dispatch(socket: SignalingSocket, event: string, args: unknown[]): void {
    const acknowledge = typeof args.at(-1) === 'function' ? (args.pop() as Acknowledge) : undefined;
    try {
      this.#checkRate(socket);
      if (socket.data.left) throw new ProtocolError('not-allowed', 'The participant has left.');
      const handler = this.#handlers.get(event);
      if (!handler) throw new ProtocolError('unknown-message', 'No message of this name exists.');
      if (args.length !== 1) throw badMessage();
      const pending = handler.handle(socket, args[0]);
      if (!pending) return acknowledge?.(OK);
      pending.then(
        (answer) => acknowledge?.(answer ? { ok: true, ...answer } : OK),
        (error: unknown) => this.#refuse(socket, event, error, acknowledge),
      );
    } catch (error) {
      this.#refuse(socket, event, error, acknowledge);
    }
  }

  #checkRate(socket: SignalingSocket): void {
    const { bucket, holder } = socket.data;
    const retryAfterMs = bucket.take(performance.now()) || this.#people.take(socket.data);
    if (retryAfterMs === 0) return;
    if (bucket.refusals > FLOOD_REFUSALS && socket.connected) {
      this.#log.warn({ participant: holder.participant }, 'closed a socket that floods');
      socket.disconnect(true);
    }
    throw new ProtocolError('rate-limited', 'Too many messages.', { retryAfterMs });
  }

  #refuse(socket: SignalingSocket, event: string, error: unknown, acknowledge: Acknowledge | undefined): void {
    const refusal = toWireError(error, this.#log);
    this.#notes.refused(socket, this.#handlers.has(event) ? event : 'unknown', refusal.code);
    this.#happenings.emit('refused', 'message', refusal.code);
    if (acknowledge) acknowledge({ ok: false, error: refusal });
    else socket.emit('refused', refusal);
  }
}
