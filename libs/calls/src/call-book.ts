/**
 * Where calls are written down: every change of a call goes through here, is told to those whom it concerns, and starts
 * or ends the wait for an answer. Knows what a call may become, not who may cause it.
 */
import { LIMITS, type CallId, type CallRecord, type ParticipantId } from '@video-room/protocol';
import { Expiries, type CallStore } from '@video-room/state';
import { nextCall, type CallEvent } from './call-machine.js';
import { isModeratedBy } from './call-rules.js';
import { news } from './call-views.js';
import { takesPart, type Scene } from './scene.js';

/** `Omit` for each member of a union by itself. */
type Without<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** An event as it happens now. */
export type CallStep = Without<CallEvent, 'at'>;

export interface CallBookHooks {
  tell: (event: { room: string; to: ParticipantId; call: CallRecord }) => void;
  /** A request, asked before or in this moment, is answered or over. */
  decided: (call: CallRecord) => void;
  /** A call waits for longer than it may. */
  overdue: (room: string, call: CallId) => void;
}

export class CallBook {
  readonly #store: CallStore;
  readonly #hooks: CallBookHooks;
  readonly #now: () => number;
  readonly #expiries = new Expiries();
  /** Calls that one side has brought back after a restart: who of the other has not confirmed them yet. */
  readonly #unconfirmed = new Map<CallId, ParticipantId>();

  constructor(store: CallStore, hooks: CallBookHooks, now: () => number) {
    this.#store = store;
    this.#hooks = hooks;
    this.#now = now;
  }

  open(room: string): Promise<CallRecord[]> {
    return this.#store.openCalls(room);
  }

  /** All calls that are not to be forgotten yet, oldest first. */
  async all(room: string): Promise<CallRecord[]> {
    return (await this.#store.calls(room)).filter((call) => this.#isKept(call));
  }

  async get(room: string, id: CallId): Promise<CallRecord | undefined> {
    const call = await this.#store.getCall(room, id);
    return call && this.#isKept(call) ? call : undefined;
  }

  /** Writes down a new call, whatever its state, and tells of it. */
  async add(scene: Scene, call: CallRecord): Promise<void> {
    if (!(await this.#store.addCall(scene.name, call))) throw new Error('a new call has the id of another one');
    if (call.ringsUntil !== undefined && call.state === 'ringing') {
      this.#wait(scene.name, call.id, call.ringsUntil - this.#now());
    }
    await this.#written(scene, undefined, call);
  }

  /**
   * Writes down an accepted call that a store has forgotten, until `other` confirms it or `withinMs` has passed. Only
   * those who moderate need to be told: they hold no note of it. False if there is such a call.
   */
  async restore(scene: Scene, call: CallRecord, other: ParticipantId | undefined, withinMs: number): Promise<boolean> {
    if (!(await this.#store.addCall(scene.name, call))) return false;
    if (other !== undefined) {
      this.#unconfirmed.set(call.id, other);
      this.#wait(scene.name, call.id, withinMs);
    }
    const moderators = scene.presences.filter((one) => isModeratedBy(call, one) && !takesPart(call, one.participant));
    this.#tell({ ...scene, presences: moderators }, undefined, call);
    return true;
  }

  /** Who has still to confirm a call that was brought back. */
  unconfirmedBy(call: CallId): ParticipantId | undefined {
    return this.#unconfirmed.get(call);
  }

  /** The call waits for nothing any more. */
  confirm(room: string, call: CallId): void {
    this.#unconfirmed.delete(call);
    this.#expiries.cancel(timerOf(room, call));
  }

  /** Lets something happen to a call. Undefined: it cannot, or somebody was faster, and nothing has changed. */
  async step(scene: Scene, call: CallRecord, step: CallStep): Promise<CallRecord | undefined> {
    const next = nextCall(call, { ...step, at: this.#now() });
    if (!next || !(await this.#store.replaceCall(scene.name, next, call.state))) return undefined;
    this.confirm(scene.name, call.id);
    await this.#written(scene, call, next);
    return next;
  }

  close(): void {
    this.#expiries.clear();
  }

  #wait(room: string, call: CallId, withinMs: number): void {
    this.#expiries.set(timerOf(room, call), withinMs, () => this.#hooks.overdue(room, call));
  }

  async #written(scene: Scene, before: CallRecord | undefined, after: CallRecord): Promise<void> {
    this.#tell(scene, before, after);
    // A call that goes on without whoever joined two others was asked of nobody.
    if (before ? before.state === 'ringing' : after.endedAt !== undefined) this.#hooks.decided(after);
    if (after.endedAt === undefined) return;
    const endedBefore = this.#now() - LIMITS.keptCallsMs;
    await this.#store.trimCalls(scene.name, { most: LIMITS.keptCalls, endedBefore });
  }

  #tell(scene: Scene, before: CallRecord | undefined, after: CallRecord): void {
    for (const { to, call } of news(scene, before, after)) this.#hooks.tell({ room: scene.name, to, call });
  }

  #isKept({ endedAt }: CallRecord): boolean {
    return endedAt === undefined || endedAt >= this.#now() - LIMITS.keptCallsMs;
  }
}

const timerOf = (room: string, call: CallId) => `${call} ${room}`;
