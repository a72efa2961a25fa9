/** How many signals were passed on, by kind. On the hot path, so it is nothing but four numbers; read when asked for. */
import { Injectable } from '@nestjs/common';
import type { RelayedSignal } from '@video-room/protocol';

@Injectable()
export class SignalTally {
  readonly relayed: Record<RelayedSignal['kind'], number> = { offer: 0, answer: 0, candidate: 0, view: 0 };
}
