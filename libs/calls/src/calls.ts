/**
 * Calls of people to people, of newcomers to a room, and of watchers to the stage. Each request gets exactly one final
 * state, the same on both sides. All changes of a room's calls happen one after the other; what decides a race is
 * written down first, and only then the rooms follow. It knows no sockets and not how rooms seat people.
 */
import { EventEmitter } from 'node:events';
import type { AnswerMessage, CallId, CallMessage, CallRecord, LeaveReason, ParticipantId } from '@video-room/protocol';
import { Turns, type CallStore } from '@video-room/state';
import { CallBook } from './call-book.js';
import { CallEffects } from './call-effects.js';
import { CallRequests } from './call-requests.js';
import { callerOf, mayAnswer, mayHangUp, noSuchCall } from './call-rules.js';
import { asRightsChanged, asSeenBy, concerns } from './call-views.js';
import type { CallWorld, Presence } from './call-world.js';
import { dependsOn, endOf, endsOf, openCall, partyOf, presenceOf, type Scene } from './scene.js';

export interface CallsSettings {
  /** How long a request waits for an answer, in milliseconds. */
  ringMs: number;
}

export interface CallsEvents {
  /** A call as `to` sees it now. Emitted in order, room by room. */
  call: [{ room: string; to: ParticipantId; call: CallRecord }];
  /** A request got its outcome: told once of each, also when nobody is there to hear of it. */
  decided: [call: CallRecord];
  /** Something failed that nobody waits for. */
  fault: [cause: unknown];
}

/** Who wants something. */
export interface CallActor {
  participant: ParticipantId;
  identity: string;
}

/** Who calls. Without a participant, a person on whichever of its devices is there. */
export interface CallRequester {
  participant?: ParticipantId;
  identity: string;
}

export class Calls extends EventEmitter<CallsEvents> {
  readonly #world: CallWorld;
  readonly #settings: CallsSettings;
  readonly #now: () => number;
  readonly #book: CallBook;
  readonly #effects: CallEffects;
  readonly #requests: CallRequests;
  readonly #turns = new Turns();
  /** Who has come, and had its chance to show notes of calls. */
  readonly #arrived = new Set<string>();

  /** @param now clock in milliseconds since 1970; default `Date.now`. */
  constructor(store: CallStore, world: CallWorld, settings: CallsSettings, now: () => number = Date.now) {
    super();
    this.#world = world;
    this.#settings = settings;
    this.#now = now;
    const hooks = {
      tell: (event: CallsEvents['call'][0]) => void this.emit('call', event),
      decided: (call: CallRecord) => void this.emit('decided', call),
      overdue: (room: string, call: CallId) => {
        this.#turn(room, (scene) => this.#giveUp(scene, call)).catch((cause: unknown) => this.emit('fault', cause));
      },
    };
    this.#book = new CallBook(store, hooks, now);
    this.#effects = new CallEffects(this.#book, world, now);
    this.#requests = new CallRequests(this.#book, this.#effects, settings.ringMs, now);
  }

  /**
   * Makes a request and returns its record. Asking again for what still rings gives the same one; calling somebody
   * who is calling accepts that call. Throws `not-allowed`, `wrong-kind`, `bad-message` (nobody calls themselves),
   * `in-a-call` and `rate-limited`.
   */
  request(room: string, by: CallRequester, message: CallMessage): Promise<CallRecord> {
    return this.#turn(room, (scene) => {
      const caller = callerOf(scene, by);
      return this.#requests.make(scene, caller, message, by.participant !== undefined);
    });
  }

  /** Accepts or declines. `backend` answers knocks only. Throws `no-such-call`, `room-full`. */
  answer(room: string, by: CallActor | 'backend', { call: id, accept, reason }: AnswerMessage): Promise<void> {
    return this.#turn(room, async (scene) => {
      const call = openCall(scene, id);
      const answerer = by === 'backend' ? undefined : actorOf(scene, by);
      if (call?.state !== 'ringing') throw noSuchCall();
      if (answerer ? !mayAnswer(call, answerer) : call.kind !== 'knock') throw noSuchCall();
      // Whoever hides can answer knocks alone, and is not given away by it: the record stands as if the backend had.
      const named = answerer?.hidden ? undefined : answerer;
      if (accept) {
        await this.#effects.accept(scene, call, named, reason);
        return;
      }
      const decline = { type: 'decline' as const, by: named && partyOf(named), reason };
      if (!(await this.#book.step(scene, call, decline))) throw noSuchCall();
    });
  }

  /**
   * Cancels a request, or ends a part in a call; the backend takes the callee out of it, whoever moderates a guest from the
   * stage. Throws `no-such-call`.
   */
  hangUp(room: string, by: CallActor | 'backend', id: CallId): Promise<void> {
    return this.#turn(room, async (scene) => {
      const call = openCall(scene, id);
      const leaver = by === 'backend' ? undefined : actorOf(scene, by);
      if (!call || !mayHangUp(call, leaver)) throw noSuchCall();
      if (call.state === 'ringing') {
        if (!(await this.#book.step(scene, call, { type: 'cancel' }))) throw noSuchCall();
        return;
      }
      const participant = leaver?.participant ?? call.callee?.participant;
      await this.#effects.finish(scene, call, participant, { by: leaver?.identity, reason: 'hung-up' });
    });
  }

  /**
   * A presence came, came back or was let in; called before its `ready` is made. Returns what its `ready` shows, oldest
   * first, and tells the others alone. Somebody new who waits to be let in knocks by coming.
   */
  arrived(room: string, participant: ParticipantId): Promise<CallRecord[]> {
    return this.#turn(
      room,
      async (scene) => {
        const own = presenceOf(scene, participant);
        if (!own) return [];
        this.#arrived.add(arrivalOf(room, participant));
        for (const { id } of scene.open) {
          if (this.#book.unconfirmedBy(id) === participant) await this.#giveUp(scene, id);
        }
        await this.#effects.leaveStaleTalk(scene, participant);
        if (own.admitted && !own.hidden && own.choices.doNotDisturb)
          await this.#effects.turnAwayFrom(scene, own.identity);
        if (!own.admitted) await this.#requests.knockByComing(scene, own);
        const calls = await this.#book.all(room);
        return calls.filter((call) => concerns(scene, call, own)).map((call) => asSeenBy(call, own));
      },
      { silent: participant },
    );
  }

  /** A presence moderates from now on: it is told who waits to be let in and who is on stage. Or no longer: that it is not its concern. */
  adminChanged(room: string, participant: ParticipantId): Promise<void> {
    return this.#turn(room, async (scene) => {
      const own = presenceOf(scene, participant);
      if (!own) return;
      for (const call of await this.#book.all(room)) {
        const seen = asRightsChanged(scene, call, own, this.#now());
        if (seen) this.emit('call', { room, to: participant, call: seen });
      }
    });
  }

  /** A presence lost its socket and keeps its seat: what rings goes on ringing, on both sides, and calls go on. */
  away(_room: string, _participant: ParticipantId): Promise<void> {
    return Promise.resolve();
  }

  /** A presence left for good: its requests are cancelled, its calls end. */
  left(room: string, participant: ParticipantId, reason: LeaveReason): Promise<void> {
    return this.#turn(
      room,
      (scene) => {
        this.#arrived.delete(arrivalOf(room, participant));
        const why = reason === 'removed' && !scene.room ? 'room-ended' : reason;
        return this.#effects.finishAll(scene, participant, why);
      },
      { left: { participant, reason } },
    );
  }

  /**
   * After a restart: accepted calls that a presence holds a signed note of; called before `arrived`. They stand until the
   * other side has come back without such a note, or has not come within the ringing time. If the other side has come back
   * without one already, the note is of a call that has ended since, and is nothing.
   */
  restore(room: string, participant: ParticipantId, calls: CallRecord[]): Promise<void> {
    return this.#turn(
      room,
      async (scene) => {
        const own = presenceOf(scene, participant);
        for (const note of calls) {
          if (!own || note.state !== 'accepted' || !dependsOn(note, participant)) continue;
          // Being let in is nobody else's concern any more.
          const other = endsOf(note).find((end) => end.participant !== participant && note.kind !== 'knock');
          if (this.#hasArrived(room, other?.participant) && !(await this.#book.get(room, note.id))) continue;
          const isNew = await this.#book.restore(scene, note, other?.participant, this.#settings.ringMs);
          if (!isNew && this.#book.unconfirmedBy(note.id) === participant) this.#book.confirm(room, note.id);
          const call = await this.#book.get(room, note.id);
          if (call?.state === 'accepted') await this.#effects.resume(scene, call, own);
        }
      },
      { silent: participant },
    );
  }

  /** The accepted calls that last while this presence does: what must outlive a restart of the server. */
  async acceptedOf(room: string, participant: ParticipantId): Promise<CallRecord[]> {
    const open = await this.#book.open(room);
    return open.filter((call) => call.state === 'accepted' && call.kind !== 'knock' && dependsOn(call, participant));
  }

  /** The knock of somebody who waits to be let in. Throws `no-such-call`. */
  async knockOf(room: string, participant: ParticipantId): Promise<CallRecord> {
    const open = await this.#book.open(room);
    const knock = open.find(
      ({ kind, state, caller }) => kind === 'knock' && state === 'ringing' && caller.participant === participant,
    );
    if (!knock) throw noSuchCall();
    return knock;
  }

  get(room: string, id: CallId): Promise<CallRecord | undefined> {
    return this.#book.get(room, id);
  }

  /** Forgets every pending wait; the process is about to end. */
  close(): void {
    this.#book.close();
    this.#arrived.clear();
    this.removeAllListeners();
  }

  /** Nobody has answered, or confirmed what was brought back. */
  async #giveUp(scene: Scene, id: CallId): Promise<void> {
    const call = openCall(scene, id);
    const missing = this.#book.unconfirmedBy(id);
    if (call?.state === 'ringing') await this.#book.step(scene, call, { type: 'time-out' });
    else if (call && missing !== undefined) {
      await this.#effects.finish(scene, call, missing, { by: endOf(call, missing)?.identity, reason: 'lost' });
    }
  }

  #hasArrived(room: string, participant: ParticipantId | undefined): boolean {
    return participant !== undefined && this.#arrived.has(arrivalOf(room, participant));
  }

  #turn<Result>(
    name: string,
    task: (scene: Scene) => Promise<Result>,
    about: Pick<Scene, 'left' | 'silent'> = {},
  ): Promise<Result> {
    return this.#turns.take(name, async () => {
      const [room, everybody, open] = await Promise.all([
        this.#world.room(name),
        this.#world.presences(name),
        this.#book.open(name),
      ]);
      const presences = everybody.filter(({ participant }) => participant !== about.left?.participant);
      const scene: Scene = { ...about, name, room, presences, open };
      const hasChanged = await this.#effects.catchUp(scene);
      return task(hasChanged ? { ...scene, open: await this.#book.open(name) } : scene);
    });
  }
}

const arrivalOf = (room: string, participant: ParticipantId): string => `${participant} ${room}`;

function actorOf(scene: Scene, by: CallActor): Presence {
  const actor = presenceOf(scene, by.participant);
  if (actor?.identity !== by.identity) throw noSuchCall();
  return actor;
}
