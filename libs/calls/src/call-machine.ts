/**
 * What may become of a call, as a pure function. Who may cause an event is not decided here. Every way out of
 * `ringing` but `accepted` is final, and `accepted` is left only for `ended`; so whatever is raced, the first event
 * that is stored decides, and no later one is possible.
 *
 * `answered-elsewhere` is never a stored state: it is how the callee's other devices see `accepted` (call-views.ts).
 */
import type { CallEndReason, CallParty, CallRecord, CallState } from '@video-room/protocol';

/** Something that happens to a call; `at` in milliseconds since 1970 by the server's clock. */
export type CallEvent = { at: number } & (
  | { type: 'accept'; by?: CallParty; talk?: string; reason?: string }
  | { type: 'decline'; by?: CallParty; reason?: string }
  /** The caller takes it back or has gone. */
  | { type: 'cancel' }
  /** Nobody answered in time. */
  | { type: 'time-out' }
  /** The called person is in a call or does not want to be disturbed. */
  | { type: 'turn-away' }
  /** It can no longer be answered by anybody: its room has ended. */
  | { type: 'fail' }
  | { type: 'end'; by?: string; reason: CallEndReason }
);

type Next = Record<CallEvent['type'], CallState | undefined>;

const FINAL: Next = {
  accept: undefined,
  decline: undefined,
  cancel: undefined,
  'time-out': undefined,
  'turn-away': undefined,
  fail: undefined,
  end: undefined,
};

/** The state after an event; undefined: the event is not possible in that state. */
export const CALL_STATES: Readonly<Record<CallState, Next>> = {
  ringing: {
    accept: 'accepted',
    decline: 'declined',
    cancel: 'cancelled',
    'time-out': 'missed',
    'turn-away': 'busy',
    fail: 'failed',
    end: undefined,
  },
  accepted: { ...FINAL, end: 'ended' },
  declined: FINAL,
  cancelled: FINAL,
  missed: FINAL,
  busy: FINAL,
  'answered-elsewhere': FINAL,
  failed: FINAL,
  ended: FINAL,
};

/** The record after the event, or undefined if the event is not possible. */
export function nextCall(call: CallRecord, event: CallEvent): CallRecord | undefined {
  const state = CALL_STATES[call.state][event.type];
  if (state === undefined) return undefined;
  switch (event.type) {
    case 'accept': {
      const callee = event.by ?? call.callee;
      return {
        ...call,
        state,
        answeredAt: event.at,
        ...(callee && { callee }),
        ...(event.talk !== undefined && { talk: event.talk }),
        ...(event.reason && { reason: event.reason }),
      };
    }
    case 'decline': {
      const { by } = event;
      // Whoever declines takes no part; that it was this device and not another is nobody's concern.
      const callee = by ? { identity: by.identity, name: by.name } : call.callee;
      return {
        ...call,
        state,
        answeredAt: event.at,
        endedAt: event.at,
        ...(callee && { callee }),
        ...(event.reason && { reason: event.reason }),
      };
    }
    case 'cancel':
    case 'time-out':
    case 'turn-away':
    case 'fail':
      return { ...call, state, endedAt: event.at };
    case 'end':
      return {
        ...call,
        state,
        endedAt: event.at,
        endReason: event.reason,
        ...(event.by !== undefined && { endedBy: event.by }),
      };
  }
}
