/** What the machine was like during a run, so that a reader can tell a slow product from a busy machine. */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** CPU time of the whole machine so far, by kind, in any unit. */
function cpuTimes(): { all: number; idle: number; stolen: number } | undefined {
  try {
    const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
    const times = line.split(/\s+/).slice(1, 9).map(Number);
    const [, , , idle = 0, waiting = 0, , , stolen = 0] = times;
    return { all: times.reduce((sum, time) => sum + time, 0), idle: idle + waiting, stolen };
  } catch {
    return undefined;
  }
}

/** Prints what runs the bench. Returns what prints, at the end, how much of the machine was left. */
export function describeMachine(): () => void {
  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}. Medians (least to greatest).`);
  const before = cpuTimes();
  return () => {
    const after = cpuTimes();
    if (!before || !after) return;
    const share = (kind: 'idle' | 'stolen') =>
      Math.round(((after[kind] - before[kind]) / (after.all - before.all)) * 100);
    console.log(`CPU during the run: ${share('idle')} % idle, ${share('stolen')} % taken by the host.`);
  };
}
