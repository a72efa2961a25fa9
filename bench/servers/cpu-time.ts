/** CPU time of another process, all its threads together: token checks run on a thread of their own. */
import { readdirSync, readFileSync } from 'node:fs';

/** Microseconds so far, or undefined where there is no /proc. */
export function cpuTimeUs(pid: number): number | undefined {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const spent = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    return spent.reduce((sum, ns) => sum + Number(ns), 0) / 1000;
  } catch {
    return undefined;
  }
}
