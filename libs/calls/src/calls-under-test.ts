/** The service with a fake world and a clock that tests move, and what each participant has been told. */
import { jest } from '@jest/globals';
import type { CallId, CallMessage, CallRecord, CallState, LeaveReason, RoomKind } from '@video-room/protocol';
import { MemoryCallStore, type CallStore } from '@video-room/state';
import { Calls } from './calls.js';
import { FakeCallWorld } from './fake-call-world.js';

export const RING_MS = 45_000;

export type CallsUnderTest = ReturnType<typeof setUpCalls>;

/** Participants are named as in `FakeCallWorld`. Real timers are back after `tearDown`. */
export function setUpCalls(
  kind: RoomKind = 'call',
  participants: string[] = [],
  store: CallStore = new MemoryCallStore(),
) {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const world = new FakeCallWorld(kind);
  for (const participant of participants) world.enter(participant);
  const calls = new Calls(store, world, { ringMs: RING_MS });
  const faults: unknown[] = [];
  /** What each was told, oldest first. */
  const told: { to: string; call: CallRecord }[] = [];
  calls.on('call', ({ to, call }) => told.push({ to, call }));
  calls.on('fault', (cause) => faults.push(cause));

  const by = (participant: string) => ({ participant, identity: participant.split(' ')[0] ?? '', name: '' });
  const request = (from: string, message: CallMessage) => calls.request('r', by(from), message);
  return {
    world,
    calls,
    store,
    told,
    faults,
    by,
    request,
    ring: (from: string, identity: string) => request(from, { kind: 'ring', identity, video: true }),
    toStage: (from: string, identity: string) => request(from, { kind: 'stage', identity }),
    knock: (from: string) => request(from, { kind: 'knock' }),
    accept: (who: string, call: CallId) => calls.answer('r', by(who), { call, accept: true }),
    decline: (who: string, call: CallId, reason?: string) =>
      calls.answer('r', by(who), { call, accept: false, ...(reason !== undefined && { reason }) }),
    hangUp: (who: string, call: CallId) => calls.hangUp('r', by(who), call),
    arrive: (participant: string) => calls.arrived('r', participant),
    leave: (participant: string, reason: LeaveReason = 'left') => {
      world.exit(participant);
      return calls.left('r', participant, reason);
    },
    state: async (call: CallId) => (await calls.get('r', call))?.state,
    /** The states of this call that this participant was told, one after the other. */
    seen: (participant: string, call: CallId): CallState[] =>
      told.filter((event) => event.to === participant && event.call.id === call).map((event) => event.call.state),
    /** Lets time pass, and what it sets off come to an end. */
    pass: async (ms: number) => {
      jest.advanceTimersByTime(ms);
      await settled();
    },
    tearDown: () => {
      calls.close();
      jest.useRealTimers();
    },
  };
}

/** Everything that waits for nothing but promises is done. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
