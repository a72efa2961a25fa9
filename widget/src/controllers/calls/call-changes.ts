/** Which public events tell of calls and of one's own choices in the step from one state to the next. Pure. */
import type { CallRecord, Choices } from '@video-room/protocol';
import type { SessionState } from '../../core/session-state.js';
import { CallChangedEvent } from '../../events/call-changed.js';
import { CallRequestEvent } from '../../events/call-request.js';
import { ChoiceChangedEvent } from '../../events/choice-changed.js';
import { KnockEvent } from '../../events/knock.js';
import { ownCalls, ownRecord } from './own-calls.js';

export interface CallStep {
  call: CallRecord;
  /** What it was before; undefined when it is new. */
  before: CallRecord | undefined;
  /** It came with the whole truth about the room and not just now. */
  past: boolean;
}

/** The calls that are new or different. */
export function callSteps(previous: SessionState, state: SessionState): CallStep[] {
  if (previous.calls === state.calls) return [];
  const arrived = previous.phase !== 'joined' && previous.phase !== 'waiting';
  return [...state.calls.values()].flatMap((call) => {
    const before = previous.calls.get(call.id);
    if (before && JSON.stringify(before) === JSON.stringify(call)) return [];
    return [{ call, before, past: arrived && !before }];
  });
}

export type CallEvent = CallRequestEvent | KnockEvent | CallChangedEvent;

/** What was over before one came is told by the property `calls` alone. */
export function callEvents(steps: readonly CallStep[], state: SessionState): CallEvent[] {
  const { incoming, knocks } = ownCalls(state);
  return steps.flatMap(({ call, before, past }): CallEvent[] => {
    const begins = call.state === 'ringing' && before?.state !== 'ringing';
    return [
      ...(past && call.state !== 'ringing' ? [] : [new CallChangedEvent(call, before)]),
      ...(begins && incoming.includes(call) ? [new CallRequestEvent(call)] : []),
      ...(begins && knocks.includes(call) ? [new KnockEvent(call)] : []),
    ];
  });
}

const CHOICES = {
  live: 'live-changed',
  watching: 'watching-changed',
  doNotDisturb: 'do-not-disturb-changed',
} as const satisfies Partial<Record<keyof Choices, string>>;

export function choiceEvents(previous: SessionState, state: SessionState): ChoiceChangedEvent[] {
  const before = ownRecord(previous)?.choices;
  const now = ownRecord(state)?.choices;
  if (!before || !now || before === now) return [];
  const names = Object.keys(CHOICES) as (keyof typeof CHOICES)[];
  return names.flatMap((name) =>
    before[name] === now[name] ? [] : [new ChoiceChangedEvent(CHOICES[name], now[name])],
  );
}
