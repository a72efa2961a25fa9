/**
 * How long to wait before the next try. Pure: attempt and chance in, milliseconds out.
 */
export interface ReconnectPolicy {
  /**
   * @param attempt tries that failed so far, from 0.
   * @param random in [0, 1): spreads clients that lost the same server.
   */
  delayMs(attempt: number, random: number): number;
}

const STEPS_MS = [100, 400, 800, 1500] as const;
const LAST_STEP_MS = 2500;

/**
 * Quick at first, because most losses are a server's restart or a change of network, then about every 2.5 s for as long
 * as it takes: a call must come back without a click.
 */
export const quickThenSteady: ReconnectPolicy = {
  delayMs(attempt, random) {
    const step = STEPS_MS[attempt] ?? LAST_STEP_MS;
    return Math.round(step * (0.5 + random));
  },
};
