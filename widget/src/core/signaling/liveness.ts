/**
 * Whether the server is still there. Socket.IO alone finds a dead connection only when a ping has not come for long; here
 * whatever points to a lost network leads to a quick question, and a connection that does not answer it is given up. A
 * connection that has been lost is sought at once when something points to a network. Knows neither page nor media.
 */
import type { Logger } from '@video-room/log';
import type { SignalingClient } from './signaling-client.js';

/** Milliseconds. */
export const LIVENESS_TIMES = {
  /** How long the server may take to answer. What is lost within a second and sent again is there by then. */
  answerMs: 1_500,
  /** The same when the network is said to be another one: a connection over the old one is of no use any more. */
  changedMs: 1_000,
  /** Without a sign of the server for so long it is asked: longer than it leaves between two pings. */
  silenceMs: 7_000,
  /** How often the time is looked at. */
  lookMs: 1_000,
  /** Passed between two looks, so much shows that the computer slept or the page was frozen. */
  sleepMs: 5_000,
} as const;

type Asked = Pick<SignalingClient, 'on' | 'connected' | 'request' | 'drop' | 'retryNow'>;

export interface LivenessOptions {
  signaling: Asked;
  log: Logger;
  /** The computer or the page has slept. */
  onWoken: () => void;
}

export class Liveness {
  readonly #signaling: Asked;
  readonly #log: Logger;
  readonly #onWoken: () => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #heardAt = Date.now();
  #lookedAt = Date.now();
  #asking = false;
  /** Counts the connections that were lost. */
  #losses = 0;
  #closed = false;

  constructor({ signaling, log, onWoken }: LivenessOptions) {
    this.#signaling = signaling;
    this.#log = log.with({ category: 'signal' });
    this.#onWoken = onWoken;
    signaling.on('heard', () => this.#hear());
    signaling.on('message', () => this.#hear());
    signaling.on('lost', () => (this.#losses += 1));
    this.#timer = setInterval(() => this.#look(), LIVENESS_TIMES.lookMs);
  }

  /** Something points to a lost network. @param silentMs for how long nothing has come already, by another way. */
  doubt(silentMs = 0, answerMs: number = LIVENESS_TIMES.answerMs): void {
    void this.#ask(silentMs, answerMs);
  }

  /** Something points to a network that is there, or is another one. */
  hope(): void {
    if (this.#signaling.connected) this.doubt(0, LIVENESS_TIMES.changedMs);
    else this.#signaling.retryNow();
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
  }

  #hear(): void {
    this.#heardAt = Date.now();
  }

  #look(): void {
    const now = Date.now();
    const passedMs = now - this.#lookedAt;
    this.#lookedAt = now;
    if (passedMs > LIVENESS_TIMES.sleepMs) {
      this.#log.info('woken', { afterMs: passedMs });
      this.#onWoken();
    }
    if (now - this.#heardAt > LIVENESS_TIMES.silenceMs) this.doubt(now - this.#heardAt);
  }

  async #ask(silentMs: number, answerMs: number): Promise<void> {
    if (this.#asking || !this.#signaling.connected) return;
    this.#asking = true;
    const [askedAt, losses] = [Date.now(), this.#losses];
    const reply = await this.#signaling.request('clock', {}, answerMs);
    this.#asking = false;
    // Whatever it has said meanwhile is an answer, too.
    if (reply || this.#heardAt > askedAt) return this.#hear();
    if (this.#closed || losses !== this.#losses) return;
    this.#log.with({ category: 'decision' }).warn('the server does not answer');
    this.#signaling.drop(silentMs + answerMs);
  }
}
