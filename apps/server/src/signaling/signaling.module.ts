import { Module } from '@nestjs/common';
import { Admission } from './admission.js';
import { Announcer } from './announcer.js';
import { Directory } from './directory.js';
import { Dispatcher } from './dispatcher.js';
import { LeaveHandler } from './handlers/leave.handler.js';
import { SignalHandler } from './handlers/signal.handler.js';
import { UpdateHandler } from './handlers/update.handler.js';
import { HeldSignals } from './held-signals.js';
import { SignalingGateway } from './signaling.gateway.js';
import { SlowReaders } from './slow-readers.js';

@Module({
  providers: [
    SignalingGateway,
    Admission,
    Announcer,
    Directory,
    Dispatcher,
    HeldSignals,
    SlowReaders,
    SignalHandler,
    UpdateHandler,
    LeaveHandler,
  ],
})
export class SignalingModule {}
