/** How requests are made: what is refused, what joins a call that rings already, what is answered at once, what rings. */
import { ProtocolError, type CallMessage, type CallRecord } from '@video-room/protocol';
import { firstName } from '@video-room/protocol/schemas';
import type { CallBook } from './call-book.js';
import { newCall, type CallEffects } from './call-effects.js';
import { nextCall } from './call-machine.js';
import { CallRates } from './call-rates.js';
import { checkIsFree, checkMayCall, checkMayKnock } from './call-rules.js';
import type { Presence } from './call-world.js';
import { isBusy, partyOf, type Scene } from './scene.js';

export class CallRequests {
  readonly #book: CallBook;
  readonly #effects: CallEffects;
  readonly #ringMs: number;
  readonly #now: () => number;
  readonly #rates = new CallRates();

  constructor(book: CallBook, effects: CallEffects, ringMs: number, now: () => number) {
    this.#book = book;
    this.#effects = effects;
    this.#ringMs = ringMs;
    this.#now = now;
  }

  /**
   * @param inPerson whether the caller's own device asks, and not the site's backend for it.
   * Throws what `checkMayCall`, `checkIsFree`, `checkMayKnock` and `CallRates` throw.
   */
  async make(scene: Scene, caller: Presence, message: CallMessage, inPerson: boolean): Promise<CallRecord> {
    checkMayCall(scene, caller, message);
    if (message.kind === 'knock') return this.#knock(scene, caller);
    const { kind, identity } = message;
    const same = ringing(scene, kind, caller.identity, identity);
    const again = same.find((call) => call.caller.participant === caller.participant);
    if (again) return again;
    const [opposite] = kind === 'ring' ? ringing(scene, kind, identity, caller.identity) : [];
    if (opposite) {
      // Only the person's own click can accept; a request that the site's backend makes leaves the answer to it.
      return inPerson ? this.#effects.accept(scene, opposite, caller) : opposite;
    }
    if (kind === 'ring') checkIsFree(scene, caller, identity);
    this.#rates.count(scene.name, caller.identity, identity, this.#now());
    const there = scene.presences.find((one) => one.identity === identity && one.admitted && !one.hidden);
    const asked = {
      kind,
      caller: partyOf(caller),
      callee: { identity, name: there?.name ?? firstName(identity) },
      video: kind === 'stage' || message.video,
    };
    const call = newCall(asked, this.#now(), this.#ringMs);
    const turnedAway = isBusy(scene, call) ? nextCall(call, { type: 'turn-away', at: this.#now() }) : undefined;
    return this.#add(scene, turnedAway ?? call);
  }

  async #knock(scene: Scene, caller: Presence): Promise<CallRecord> {
    const waiting = scene.open.find(
      ({ kind, caller: { participant } }) => kind === 'knock' && participant === caller.participant,
    );
    if (waiting) return waiting;
    checkMayKnock(await this.#book.all(scene.name), caller, this.#now());
    this.#rates.count(scene.name, caller.identity, undefined, this.#now());
    return this.#add(scene, newCall({ kind: 'knock', caller: partyOf(caller), video: false }, this.#now()));
  }

  /** Somebody who was refused, or took the knock back, does not knock again merely by reconnecting. */
  async knockByComing(scene: Scene, own: Presence): Promise<void> {
    const calls = await this.#book.all(scene.name);
    if (calls.some(({ kind, caller }) => kind === 'knock' && caller.participant === own.participant)) return;
    try {
      await this.#knock(scene, own);
    } catch (cause) {
      if (!(cause instanceof ProtocolError)) throw cause;
    }
  }

  async #add(scene: Scene, call: CallRecord): Promise<CallRecord> {
    await this.#book.add(scene, call);
    return call;
  }
}

const ringing = ({ open }: Scene, kind: CallRecord['kind'], caller: string, callee: string): CallRecord[] =>
  open.filter(
    (call) =>
      call.kind === kind &&
      call.state === 'ringing' &&
      call.caller.identity === caller &&
      call.callee?.identity === callee,
  );
