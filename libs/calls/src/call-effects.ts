/**
 * What follows from an answer, a departure or the clock: which other calls change with it, and what the rooms do. The
 * call itself is always written down first.
 */
import { randomBytes } from 'node:crypto';
import type { CallEndReason, CallRecord, ParticipantId } from '@video-room/protocol';
import type { CallBook, CallStep } from './call-book.js';
import { nextCall } from './call-machine.js';
import { noSuchCall } from './call-rules.js';
import type { CallWorld, Presence } from './call-world.js';
import { dependsOn, endOf, endsOf, isTaken, partyOf, presenceOf, takesPart, type Scene } from './scene.js';
import { leaveTalk } from './talks.js';

/** By whom (identity) and why a call ends. */
export interface Ending {
  by?: string | undefined;
  reason: CallEndReason;
}

/** Unguessable name of a call or a conversation. */
export const newId = (): string => randomBytes(12).toString('base64url');

export class CallEffects {
  readonly #book: CallBook;
  readonly #world: CallWorld;
  readonly #now: () => number;

  constructor(book: CallBook, world: CallWorld, now: () => number) {
    this.#book = book;
    this.#world = world;
    this.#now = now;
  }

  /** Makes what rings true to the clock and to who is there. Returns whether anything changed. */
  async catchUp(scene: Scene): Promise<boolean> {
    let hasChanged = false;
    for (const call of scene.open) {
      const step = call.state === 'ringing' && this.#due(scene, call);
      if (step && (await this.#book.step(scene, call, step))) hasChanged = true;
    }
    return hasChanged;
  }

  #due(scene: Scene, { kind, caller, ringsUntil }: CallRecord): CallStep | undefined {
    if (ringsUntil !== undefined && ringsUntil <= this.#now()) return { type: 'time-out' };
    const presence = presenceOf(scene, caller.participant);
    if (!presence) {
      const roomHasEnded = !scene.room && (scene.left?.reason ?? 'removed') === 'removed';
      return { type: roomHasEnded ? 'fail' : 'cancel' };
    }
    return kind === 'knock' && presence.admitted ? { type: 'accept' } : undefined;
  }

  /** @param by who accepts; undefined for a knock that the site's backend answers, or somebody who hides. */
  async accept(scene: Scene, call: CallRecord, by?: Presence, reason?: string): Promise<CallRecord> {
    // Without a free seat nothing is decided: the newcomer waits on, and may be let in later.
    if (call.kind === 'knock') await this.#world.checkHasSeat(scene.name);
    const talk =
      call.kind === 'ring' ? (presenceOf(scene, call.caller.participant)?.talk ?? by?.talk ?? newId()) : undefined;
    const accepted = await this.#book.step(scene, call, { type: 'accept', by: by && partyOf(by), talk, reason });
    if (!accepted) throw noSuchCall();
    try {
      await this.#carryOut(scene, accepted, by);
    } catch (cause) {
      await this.finish(scene, accepted, accepted.callee?.participant, { reason: 'lost' });
      throw cause;
    }
    return accepted;
  }

  async #carryOut(scene: Scene, { kind, caller, talk }: CallRecord, by?: Presence): Promise<void> {
    const { name } = scene;
    if (kind === 'knock') {
      if (caller.participant !== undefined) await this.#world.admit(name, caller.participant);
    } else if (kind === 'stage' && by) {
      await this.#world.setStage(name, by.participant, true);
      await this.turnAwayFrom(scene, by.identity);
    } else if (by && caller.participant !== undefined) {
      if (by.talk !== undefined && by.talk !== talk) {
        await this.#leaveTalk(scene, by.participant, by.talk, { by: by.identity, reason: 'hung-up' });
      }
      await this.#world.setTalk(name, [caller.participant, by.participant], talk);
      await this.#stopRinging({ ...scene, presences: await this.#world.presences(name) }, [caller, by]);
    }
  }

  /** Who is in a call that is not to grow cannot be in another one: what rings for or by these is over. */
  async #stopRinging(scene: Scene, parties: readonly { identity: string }[]): Promise<void> {
    const taken = parties.map(({ identity }) => identity).filter((identity) => isTaken(scene, identity));
    for (const call of await this.#book.open(scene.name)) {
      if (call.kind !== 'ring' || call.state !== 'ringing') continue;
      const { caller, callee } = call;
      const isForTaken = callee && taken.includes(callee.identity);
      if (isForTaken) await this.#book.step(scene, call, { type: 'turn-away' });
      else if (taken.includes(caller.identity)) await this.#book.step(scene, call, { type: 'cancel' });
    }
  }

  /** Everything that rings for this person is answered with `busy`. */
  async turnAwayFrom(scene: Scene, identity: string): Promise<void> {
    for (const call of await this.#book.open(scene.name)) {
      const isForThem = call.kind !== 'knock' && call.callee?.identity === identity;
      if (isForThem && call.state === 'ringing') await this.#book.step(scene, call, { type: 'turn-away' });
    }
  }

  /** Ends a presence's part in an accepted call, which ends the call. */
  async finish(scene: Scene, call: CallRecord, leaver: ParticipantId | undefined, ending: Ending): Promise<void> {
    if (call.kind === 'ring' && leaver !== undefined && call.talk !== undefined) {
      await this.#leaveTalk(scene, leaver, call.talk, ending);
      return;
    }
    const ended = await this.#book.step(scene, call, { type: 'end', ...ending });
    const guest = presenceOf(scene, call.callee?.participant);
    if (ended && call.kind === 'stage' && guest) await this.#world.setStage(scene.name, guest.participant, false);
  }

  /** Ends a presence's part in everything that was accepted. */
  async finishAll(scene: Scene, leaver: ParticipantId, reason: CallEndReason): Promise<void> {
    for (const call of scene.open) {
      if (call.state !== 'accepted' || !dependsOn(call, leaver)) continue;
      await this.finish(scene, call, leaver, { by: endOf(call, leaver)?.identity, reason });
    }
  }

  async #leaveTalk(scene: Scene, leaver: ParticipantId, talk: string, ending: Ending): Promise<void> {
    const calls = (await this.#book.open(scene.name)).filter((call) => call.state === 'accepted' && call.talk === talk);
    if (!calls.some((call) => takesPart(call, leaver))) return;
    // Whoever is on the way out already, or has not come back after a restart, does not hold others together.
    const gone = calls
      .flatMap(endsOf)
      .flatMap(({ participant }) => participant ?? [])
      .filter((participant) => participant !== leaver && !presenceOf(scene, participant));
    const { ended, out, joined } = leaveTalk([leaver, ...new Set(gone)], calls);
    for (const call of ended) {
      const lost = endsOf(call).find(({ participant }) => participant !== undefined && gone.includes(participant));
      const own = takesPart(call, leaver) ? ending : { by: lost?.identity, reason: 'lost' as const };
      await this.#book.step(scene, call, { type: 'end', ...own });
    }
    const there = out.filter((participant) => presenceOf(scene, participant));
    if (there.length > 0) await this.#world.setTalk(scene.name, there, undefined);
    for (const [caller, callee] of joined) {
      const at = this.#now();
      const call = newCall({ kind: 'ring', caller, callee, video: ended.some(({ video }) => video) }, at);
      const accepted = nextCall(call, { type: 'accept', at, by: callee, talk });
      if (accepted) await this.#book.add(scene, accepted);
    }
  }

  /** What a call that was brought back after a restart means for one who takes part in it. */
  async resume({ name }: Scene, { kind, callee, talk }: CallRecord, own: Presence): Promise<void> {
    const { participant } = own;
    if (kind === 'ring' && own.talk !== talk) await this.#world.setTalk(name, [participant], talk);
    if (kind === 'stage' && callee?.participant === participant) await this.#world.setStage(name, participant, true);
  }

  /** Takes somebody out of a conversation that no call joins it to any more. */
  async leaveStaleTalk({ name }: Scene, participant: ParticipantId): Promise<void> {
    const { talk } = (await this.#world.presences(name)).find((one) => one.participant === participant) ?? {};
    if (talk === undefined) return;
    const calls = await this.#book.open(name);
    const isJoined = calls.some(
      (call) => call.state === 'accepted' && call.talk === talk && takesPart(call, participant),
    );
    if (!isJoined) await this.#world.setTalk(name, [participant], undefined);
  }
}

/** A call before anything has happened to it. */
export function newCall(
  asked: Pick<CallRecord, 'kind' | 'caller' | 'callee' | 'video'>,
  createdAt: number,
  ringMs?: number,
): CallRecord {
  const ringsUntil = ringMs === undefined ? {} : { ringsUntil: createdAt + ringMs };
  return { id: newId(), state: 'ringing', ...asked, createdAt, ...ringsUntil };
}
