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
  return leftToOthers(call, call.answeredAt ?? call.createdAt);
}

/** Somebody's rights are known to calls before they are told that these have changed. By no more than this. */
const MOMENT_MS = 1_000;

/**
 * The call as somebody must be told of it whose right to moderate has just come or gone; undefined: as it was told. What
 * was decided a moment ago is told again, as the news of it may have passed by this person.
 */
export function asRightsChanged(scene: Scene, call: CallRecord, viewer: Presence, now: number): CallRecord | undefined {
  if (concerns(scene, call, { ...viewer, admin: false })) return undefined;
  if (concerns(scene, call, { ...viewer, admin: true })) {
    return viewer.admin ? asSeenBy(call, viewer) : leftToOthers(call, now);
  }
  const wasToModerate =
    call.kind === 'knock' || (call.kind === 'stage' && call.answeredAt !== undefined && !viewer.hidden);
  const decidedAt = call.endedAt ?? call.answeredAt ?? call.createdAt;
  return wasToModerate && decidedAt > now - MOMENT_MS ? asSeenBy(call, viewer) : undefined;
}

/** Over for one person or device, whatever others make of it. */
function leftToOthers(call: CallRecord, endedAt: number): CallRecord {
  const seen: CallRecord = { ...call, state: 'answered-elsewhere', endedAt };
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
