import type { CallRecord } from '@video-room/protocol';

/**
 * Somebody calls, or asks one to come on stage. By default the element rings and shows a dialog; `preventDefault()`
 * leaves both to the page, which answers with `accept` or `decline`.
 */
export class CallRequestEvent extends Event {
  constructor(readonly call: CallRecord) {
    super('call-request', { cancelable: true });
  }
}
