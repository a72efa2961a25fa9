import type { CallRecord } from '@video-room/protocol';

/** A call, a knock or an invitation began or became something else. `previous` is undefined for one that is new. */
export class CallChangedEvent extends Event {
  constructor(
    readonly call: CallRecord,
    readonly previous: CallRecord | undefined,
  ) {
    super('call-changed');
  }
}
