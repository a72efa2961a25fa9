/** Whom a call concerns, and how each of them sees it. Pure. */
import { isDeepStrictEqual } from 'node:util';
import type { CallRecord, ParticipantId } from '@video-room/protocol';
import { isModeratedBy } from './call-rules.js';
import type { Presence } from './call-world.js';
import { presenceOf, type Scene } from './scene.js';

/**
 * Whether the call belongs into this presence's list. A call belongs to the device that made it and to all devices of
 * the called person; one made on a device that is gone is the person's past and is shown where the person is now.
 * Whoever moderates sees what there is to moderate. Whoever waits to be let in sees nothing but its own knocks, whoever
 * hides nothing but knocks.
 */
export function concerns(scene: Scene, call: CallRecord, viewer: Presence): boolean {
  if (call.kind !== 'knock' && (!viewer.admitted || viewer.hidden)) return false;
  if (call.caller.participant === viewer.participant) return true;
  if (
    call.caller.identity === viewer.identity &&
    call.endedAt !== undefined &&
    !presenceOf(scene, call.caller.participant)
  ) {
    return true;
  }
  if (isModeratedBy(call, viewer)) return true;
  return call.kind !== 'knock' && call.callee?.identity === viewer.identity;
}

/** The call as somebody whom it concerns sees it. */
export function asSeenBy(call: CallRecord, viewer: Pick<Presence, 'participant' | 'identity'>): CallRecord {
  // Whoever knocks waits outside and is told no names, also not by whom it was answered.
  if (call.kind === 'knock' && call.caller.identity === viewer.identity) return withoutCallee(call);
  if (call.state !== 'accepted' && call.state !== 'ended') return call;
  if (call.caller.identity === viewer.identity || call.callee?.participant === viewer.participant) return call;
  // Who moderates sees a visit on stage as it is, unless it is this person who was asked.
  if (call.kind === 'stage' && call.callee?.identity !== viewer.identity) return call;
  // Final for this device: what becomes of the conversation later does not change it.
  const seen: CallRecord = { ...call, state: 'answered-elsewhere', endedAt: call.answeredAt ?? call.createdAt };
  delete seen.talk;
  delete seen.endedBy;
  delete seen.endReason;
  return seen;
}

function withoutCallee(call: CallRecord): CallRecord {
  const seen = { ...call };
  delete seen.callee;
  delete seen.endedBy;
  return seen;
}

/** What each presence must be told now that `before` (undefined: there was no call) has become `after`. */
export function news(
  scene: Scene,
  before: CallRecord | undefined,
  after: CallRecord,
): { to: ParticipantId; call: CallRecord }[] {
  return scene.presences
    .filter(({ participant }) => participant !== scene.silent)
    .filter((one) => concerns(scene, after, one) || (before && concerns(scene, before, one)))
    .map((one) => ({ one, seen: asSeenBy(after, one) }))
    .filter(({ one, seen }) => !before || !isDeepStrictEqual(seen, asSeenBy(before, one)))
    .map(({ one, seen }) => ({ to: one.participant, call: seen }));
}
