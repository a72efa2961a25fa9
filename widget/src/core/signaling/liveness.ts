/**
 * Whether the server is still there. Socket.IO alone finds a dead connection only when a ping has not come for long; here
 * whatever points to a lost network leads to a quick question, and a connection that does not answer it is given up. How long
 * that takes depends on the connection, as a slow one is not a dead one: it is given up at once only when a new one is
 * quicker than its answer, and not even then while nothing else is amiss, as what TCP sends again comes later each time. A
 * connection that has been lost is sought at once when something points to a network. Knows neither page nor media.
 */
import type { Logger } from '@video-room/log';
import { knock } from './knock.js';
import type { SignalingClient } from './signaling-client.js';

/** Milliseconds. */
export const LIVENESS_TIMES = {
  /** How long the server may take to answer. What is lost within a second and sent again is there by then. */
  answerMs: 1_500,
  /** The same when the network is said to be another one: a connection over the old one is of no use any more. */
  changedMs: 1_000,
  /** The same when nothing but its own silence speaks against it: where much is lost, what is said comes late. */
  calmMs: 4_000,
  /** However slow a connection is: an answer that takes longer is of no use to a call. */
  longestMs: 8_000,
  /** Without an answer for so long it is tried whether a new connection comes about. */
  knockMs: 300,
  /** What was sent into a short gap arrives so long after it at the latest, mostly. */
  gapMs: 500,
  /** For so long a new connection shows that there is a network: later there may be none any more. */
  freshMs: 1_000,
  /** Without a sign of the server for so long it is asked: longer than it leaves between two pings. */
  silenceMs: 7_000,
  /** How often the time is looked at. */
  lookMs: 1_000,
  /** Passed between two looks, so much shows that the computer slept or the page was frozen. */
  sleepMs: 5_000,
} as const;

/** An answer may take so many times as long as the slowest lately. */
const SLOWER_THAN_LATELY = 2.5;
/** After so many milliseconds half is left of a slow answer: a gap that held one up is over. */
const FORGETTING_MS = 5_000;
/** An answer that is a little slower than lately is no reason to try another connection. */
const KNOCK_AFTER = 1.5;

type Asked = Pick<SignalingClient, 'on' | 'url' | 'connected' | 'request' | 'drop' | 'retryNow'>;

export interface LivenessOptions {
  signaling: Asked;
  log: Logger;
  /** The computer or the page has slept. */
  onWoken: () => void;
  knock?: typeof knock;
}

/** The server was asked and has not answered yet. */
interface Question {
  readonly askedAt: number;
  /** For how long nothing had come by then. */
  silentMs: number;
  /** When it is too late for an answer. */
  until: number;
  /** Nothing but the server's own silence speaks against it. */
  calm: boolean;
  /** When a new connection came about. */
  reachableAt: number;
  deadline?: ReturnType<typeof setTimeout>;
  knocking: ReturnType<typeof setTimeout>;
  stopKnocking?: () => void;
}

export class Liveness {
  readonly #signaling: Asked;
  readonly #log: Logger;
  readonly #onWoken: () => void;
  readonly #knock: typeof knock;
  readonly #timer: ReturnType<typeof setInterval>;
  #heardAt = performance.now();
  #lookedAt = Date.now();
  #question: Question | undefined;
  /** How long the server takes to answer while all is well; undefined: over this connection it was not asked yet. */
  #usualMs: number | undefined;
  /** How long it took to answer in doubt, and when that was. */
  #slow = { tookMs: 0, at: 0 };

  constructor({ signaling, log, onWoken, knock: by = knock }: LivenessOptions) {
    this.#signaling = signaling;
    this.#log = log.with({ category: 'signal' });
    this.#onWoken = onWoken;
    this.#knock = by;
    signaling.on('heard', () => this.#hear());
    signaling.on('message', () => this.#hear());
    signaling.on('lost', () => {
      this.#usualMs = undefined;
      this.#slow = { tookMs: 0, at: 0 };
      this.#forget();
    });
    this.#timer = setInterval(() => this.#look(), LIVENESS_TIMES.lookMs);
  }

  /** Something points to a lost network. @param silentMs for how long nothing has come already, by another way. */
  doubt(silentMs = 0, answerMs: number = LIVENESS_TIMES.answerMs): void {
    if (!this.#signaling.connected) return;
    const question = (this.#question ??= this.#ask());
    question.calm &&= answerMs === LIVENESS_TIMES.calmMs;
    question.silentMs = Math.max(question.silentMs, silentMs - (performance.now() - question.askedAt));
    // What had time as long as all else was well has none any more.
    const isLeftBehind = !question.calm && performance.now() - question.reachableAt < LIVENESS_TIMES.freshMs;
    const patienceMs = this.#patienceMs(isLeftBehind ? LIVENESS_TIMES.gapMs : answerMs);
    const until = performance.now() + patienceMs;
    if (until >= question.until) return;
    question.until = until;
    clearTimeout(question.deadline);
    question.deadline = setTimeout(() => this.#giveUp(question), patienceMs);
  }

  /** Something points to a network that is there; `isBack`: that was away, or is another one. */
  hope(isBack = false): void {
    if (this.#signaling.connected) {
      // That somebody looks again is no reason to wait less long.
      if (isBack || !this.#question) this.doubt(0, isBack ? LIVENESS_TIMES.changedMs : LIVENESS_TIMES.answerMs);
    } else this.#signaling.retryNow(isBack);
  }

  close(): void {
    this.#forget();
    clearInterval(this.#timer);
  }

  #hear(): void {
    this.#heardAt = performance.now();
    this.#forget();
  }

  #look(): void {
    const now = Date.now();
    const passedMs = now - this.#lookedAt;
    this.#lookedAt = now;
    if (passedMs > LIVENESS_TIMES.sleepMs) {
      this.#log.info('woken', { afterMs: passedMs });
      this.#onWoken();
    }
    const silentMs = performance.now() - this.#heardAt;
    if (silentMs > LIVENESS_TIMES.silenceMs) this.doubt(silentMs, LIVENESS_TIMES.calmMs);
    // While all is well, to know how long an answer takes.
    else if (this.#usualMs === undefined && this.#signaling.connected) {
      this.#usualMs = 0;
      this.#request((tookMs) => (this.#usualMs = tookMs));
    }
  }

  /** At least so long, and as long as it takes over this connection, within reason. */
  #patienceMs(leastMs: number): number {
    return Math.min(LIVENESS_TIMES.longestMs, Math.max(leastMs, SLOWER_THAN_LATELY * this.#slowestMs));
  }

  /** How long the server may well take to answer. */
  get #slowestMs(): number {
    const { tookMs, at } = this.#slow;
    return Math.max(this.#usualMs ?? 0, tookMs * 0.5 ** ((performance.now() - at) / FORGETTING_MS));
  }

  #ask(): Question {
    const question: Question = {
      askedAt: performance.now(),
      silentMs: 0,
      until: Infinity,
      calm: true,
      reachableAt: -Infinity,
      knocking: setTimeout(
        () => {
          question.stopKnocking = this.#knock(this.#signaling.url, () => {
            question.reachableAt = performance.now();
            if (question.calm) return;
            const patienceMs = this.#patienceMs(LIVENESS_TIMES.gapMs);
            question.knocking = setTimeout(() => this.#giveUp(question), patienceMs);
          });
        },
        Math.max(LIVENESS_TIMES.knockMs, KNOCK_AFTER * this.#slowestMs),
      ),
    };
    this.#request((tookMs) => (this.#slow = { tookMs: Math.max(tookMs, this.#slowestMs), at: performance.now() }));
    return question;
  }

  #request(answered: (tookMs: number) => void): void {
    const askedAt = performance.now();
    void this.#signaling.request('clock', {}).then((reply) => {
      if (!reply) return;
      answered(performance.now() - askedAt);
      // An answer that comes late is one, too.
      this.#hear();
    });
  }

  #giveUp(question: Question): void {
    const reachable = question.reachableAt > 0;
    const silentMs = question.silentMs + performance.now() - question.askedAt;
    this.#forget();
    this.#log.with({ category: 'decision' }).warn('the server does not answer', { reachable });
    this.#signaling.drop(silentMs);
    if (reachable) this.#signaling.retryNow(true);
  }

  /** There is no question any more. */
  #forget(): void {
    clearTimeout(this.#question?.knocking);
    clearTimeout(this.#question?.deadline);
    this.#question?.stopKnocking?.();
    this.#question = undefined;
  }
}
