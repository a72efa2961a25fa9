/**
 * How long to wait before the next try, and how long to give one. Pure: attempt and chance in, milliseconds out.
 */
export interface ReconnectPolicy {
  /**
   * @param attempt tries that failed so far, from 0.
   * @param random in [0, 1): spreads clients that lost the same server.
   * @param spentMs how long the try took that has just failed.
   */
  delayMs(attempt: number, random: number, spentMs?: number): number;
  /** When a try that gets nowhere is given up. @param timeouts tries that were given up so, from 0. */
  timeoutMs(timeouts: number): number;
  /** The same for a try that has got somewhere: a server that is there may have thousands to let in first. */
  readonly longestMs: number;
}

const STEPS_MS = [100, 400, 800, 1500] as const;
const LAST_STEP_MS = 2000;
const LEAST_STEP_MS = 100;

/**
 * A network that is gone swallows what is sent, and what asks again ever less often notices its return ever later: TCP asks
 * after 1, 3, 7 and 15 s. So two tries are short. A transport takes three round trips, so the longer ones are for a slow
 * network, and the longest for one that loses much, too; it ends 5 s after it asked last.
 */
const TIMEOUTS_MS = [3_000, 3_000, 8_000, 12_000] as const;

/**
 * Quick at first, because most losses are a server's restart or a change of network, then about every 2 s for as long
 * as it takes: a call must come back without a click. The time a try took without an answer counts: a server that refuses
 * is spared, a dead network is not waited for twice.
 */
export const quickThenSteady: ReconnectPolicy = {
  delayMs(attempt, random, spentMs = 0) {
    const step = Math.max(LEAST_STEP_MS, (STEPS_MS[attempt] ?? LAST_STEP_MS) - spentMs);
    return Math.round(step * (0.5 + random));
  },
  timeoutMs: (timeouts) => TIMEOUTS_MS[timeouts % TIMEOUTS_MS.length] ?? TIMEOUTS_MS[0],
  longestMs: 15_000,
};
