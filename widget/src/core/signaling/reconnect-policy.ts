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
  /** When a try that got no answer is given up. */
  timeoutMs(attempt: number): number;
}

const STEPS_MS = [100, 400, 800, 1500] as const;
const LAST_STEP_MS = 2500;
const LEAST_STEP_MS = 100;

/** A network that is gone swallows what is sent, and what asks again ever less often notices its return ever later. */
const SHORT_TRY_MS = 3_000;
/** One try in four has time enough for a network that is only slow. */
const LONG_TRY_MS = 8_000;

/**
 * Quick at first, because most losses are a server's restart or a change of network, then about every 2.5 s for as long
 * as it takes: a call must come back without a click. The time a try took without an answer counts: a server that refuses
 * is spared, a dead network is not waited for twice.
 */
export const quickThenSteady: ReconnectPolicy = {
  delayMs(attempt, random, spentMs = 0) {
    const step = Math.max(LEAST_STEP_MS, (STEPS_MS[attempt] ?? LAST_STEP_MS) - spentMs);
    return Math.round(step * (0.5 + random));
  },
  timeoutMs: (attempt) => (attempt % 4 === 3 ? LONG_TRY_MS : SHORT_TRY_MS),
};
