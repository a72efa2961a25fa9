import { Module } from '@nestjs/common';
import { Admission } from './admission.js';
import { Announcer } from './announcer.js';
import { CallDelivery } from './call-delivery.js';
import { ChatDelivery } from './chat-delivery.js';
import { Directory } from './directory.js';
import { Dispatcher } from './dispatcher.js';
import { AnswerHandler } from './handlers/answer.handler.js';
import { CallHandler } from './handlers/call.handler.js';
import { ChatHandler } from './handlers/chat.handler.js';
import { ClockHandler } from './handlers/clock.handler.js';
import { DataHandler } from './handlers/data.handler.js';
import { HangUpHandler } from './handlers/hang-up.handler.js';
import { LeaveHandler } from './handlers/leave.handler.js';
import { LogHandler } from './handlers/log.handler.js';
import { ModerateHandler } from './handlers/moderate.handler.js';
import { ReactHandler } from './handlers/react.handler.js';
import { RenewHandler } from './handlers/renew.handler.js';
import { ReportHandler } from './handlers/report.handler.js';
import { SignalHandler } from './handlers/signal.handler.js';
import { TimelineHandler } from './handlers/timeline.handler.js';
import { UpdateHandler } from './handlers/update.handler.js';
import { HeldSignals } from './held-signals.js';
import { IceRenewal } from './ice-renewal.js';
import { MessageRates } from './message-rates.js';
import { SeatNotes } from './seat-notes.js';
import { SignalTally } from './signal-tally.js';
import { SignalingGateway } from './signaling.gateway.js';
import { SlowReaders } from './slow-readers.js';
import { SocketCounts } from './socket-counts.js';
import { PersonRates } from './person-rates.js';
import { TimelineNotes } from './timeline-notes.js';
import { TransportGate } from './transport-gate.js';
import { TokenTerms } from './token-terms.js';

@Module({
  providers: [
    SignalingGateway,
    Admission,
    Announcer,
    CallDelivery,
    ChatDelivery,
    SeatNotes,
    Directory,
    Dispatcher,
    HeldSignals,
    IceRenewal,
    MessageRates,
    SlowReaders,
    SignalTally,
    SocketCounts,
    TimelineNotes,
    TransportGate,
    PersonRates,
    TokenTerms,
    SignalHandler,
    UpdateHandler,
    RenewHandler,
    LeaveHandler,
    CallHandler,
    AnswerHandler,
    HangUpHandler,
    ChatHandler,
    ReactHandler,
    DataHandler,
    ModerateHandler,
    ReportHandler,
    ClockHandler,
    LogHandler,
    TimelineHandler,
  ],
  exports: [SignalTally, SocketCounts],
})
export class SignalingModule {}
