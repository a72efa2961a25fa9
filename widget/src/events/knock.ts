import type { CallRecord } from '@video-room/protocol';

/**
 * Somebody asks to be let in; told to those who moderate. By default the element shows a dialog; `preventDefault()` leaves
 * it to the page, which answers with `admit` or `declineKnock`.
 */
export class KnockEvent extends Event {
  constructor(readonly call: CallRecord) {
    super('knock', { cancelable: true });
  }
}
