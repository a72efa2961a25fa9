/** Runs checks: all at once, each in its own time, and given up as a whole when nobody waits for them any more. */
import { finding, worstOf, type CheckId, type Finding } from './finding.js';

export interface Check {
  id: CheckId;
  subject?: string;
  /** Ends when `signal` says so. */
  run(signal: AbortSignal): Finding[] | Promise<Finding[]>;
}

export interface Examination {
  verdict: ReturnType<typeof worstOf>;
  /** ISO 8601. */
  checkedAt: string;
  durationMs: number;
  findings: Finding[];
}

/** Longest a check may take. What waits inside one has limits of its own below this. */
export const CHECK_WITHIN_MS = 12_000;
/** How much longer a check may need to say what it knows, once its time is over. */
const LAST_WORDS_MS = 1000;

export async function examine(
  checks: readonly Check[],
  signal: AbortSignal,
  withinMs: number = CHECK_WITHIN_MS,
): Promise<Examination> {
  const startedAt = Date.now();
  const findings = await Promise.all(checks.map((check) => runCheck(check, signal, withinMs)));
  return {
    verdict: worstOf(findings.flat()),
    checkedAt: new Date(startedAt).toISOString(),
    durationMs: Date.now() - startedAt,
    findings: findings.flat(),
  };
}

async function runCheck(check: Check, signal: AbortSignal, withinMs: number): Promise<Finding[]> {
  const { id, subject } = check;
  const about = subject === undefined ? {} : { subject };
  if (signal.aborted) return [finding(id, 'check-aborted', about)];
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const limit = setTimeout(end, withinMs);
  signal.addEventListener('abort', end, { once: true });
  let lastWords: NodeJS.Timeout | undefined;
  const given = new Promise<Finding[]>((resolve) => {
    ended.signal.addEventListener('abort', () => {
      const giveUp = (): void => resolve([finding(id, signal.aborted ? 'check-aborted' : 'check-timed-out', about)]);
      // Nobody waits for the words of a check that was given up.
      if (signal.aborted) giveUp();
      else lastWords = setTimeout(giveUp, LAST_WORDS_MS);
    });
  });
  try {
    return await Promise.race([given, (async () => check.run(ended.signal))()]);
  } catch (error) {
    if (ended.signal.aborted) return await given;
    // The message may hold anything; name and code are the system's.
    const { name, code } = error as NodeJS.ErrnoException;
    return [finding(id, 'check-broken', { ...about, detail: { error: code ?? name } })];
  } finally {
    clearTimeout(limit);
    clearTimeout(lastWords);
    signal.removeEventListener('abort', end);
  }
}
