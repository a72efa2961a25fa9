/** What became of a call, as words to show once. Pure. */
import type { CallRecord } from '@video-room/protocol';
import type { SessionState } from '../../core/session-state.js';
import { callWords } from '../../text/en-calls.js';
import type { CallStep } from './call-changes.js';
import { isCallee, isCaller, otherOf, ownRecord } from './own-calls.js';

export interface Outcome {
  /** Names what it is about; for a call its id. */
  id: string;
  text: string;
  /** What the other said. */
  reason?: string | undefined;
  /** When it was, in milliseconds since 1970. */
  at?: number | undefined;
  /** Whom to call again. */
  again?: { identity: string; video: boolean } | undefined;
  /** Nobody was there to answer. */
  missed?: boolean;
  /** It is about who asked to come in. */
  door?: boolean;
}

/** Undefined if there is nothing to say. Of what was over before one came only missed calls are told. */
export function outcomeOf({ call, before, past }: CallStep, state: SessionState): Outcome | undefined {
  const own = ownRecord(state);
  if (!own || call.kind === 'knock' || before?.state === call.state) return undefined;
  const mine = isCaller(call, own);
  if (!mine && !isCallee(call, own) && call.callee?.participant !== own.id) return undefined;
  const missed = !mine && (call.state === 'missed' || call.state === 'cancelled' || call.state === 'busy');
  if (past && !missed) return undefined;
  const { name, identity } = otherOf(call, own);
  const text = textOf(call, mine, name, call.endedBy === own.identity);
  if (!text) return undefined;
  return {
    id: call.id,
    text,
    reason: mine && call.state === 'declined' ? call.reason : undefined,
    at: past ? call.createdAt : undefined,
    again: call.kind === 'ring' && call.state !== 'answered-elsewhere' ? { identity, video: call.video } : undefined,
    missed,
  };
}

function textOf(call: CallRecord, mine: boolean, name: string, byMe: boolean): string | undefined {
  const words = call.kind === 'stage' ? callWords().stageOutcome : callWords().outcome;
  switch (call.state) {
    case 'declined':
      return mine ? words.declined(name) : undefined;
    case 'cancelled':
      return mine ? words.cancelled(name) : words.missed(name);
    case 'missed':
      return mine ? words.unanswered(name) : words.missed(name);
    case 'busy':
      return mine ? words.busy(name) : words.missedBusy(name);
    case 'answered-elsewhere':
      return words.elsewhere(name);
    case 'failed':
      return words.failed(name);
    case 'ended':
      return byMe || call.endReason === 'room-ended' ? undefined : endOf(call, name);
    case 'ringing':
    case 'accepted':
      return undefined;
    default:
      return call.state satisfies never;
  }
}

function endOf({ kind, endReason }: CallRecord, name: string): string {
  if (kind === 'stage') return callWords().stageOutcome.over;
  return endReason === 'lost' ? callWords().outcome.lost(name) : callWords().outcome.hungUp(name);
}
