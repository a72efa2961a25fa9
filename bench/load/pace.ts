/** Starts tasks at a steady rate, whether or not earlier ones have ended: a crowd does not wait for the server. */

const TICK_MS = 5;

/** Resolves when `count` tasks, started `perSecond`, have ended; rejects if one does. */
export async function startPaced(
  perSecond: number,
  count: number,
  task: (index: number) => Promise<void> | void,
): Promise<void> {
  const running: Promise<void>[] = [];
  const run = async (index: number) => {
    await task(index);
  };
  const startedAt = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(count, Math.floor(((performance.now() - startedAt) / 1000) * perSecond));
      while (running.length < due) running.push(run(running.length));
      if (running.length < count) return;
      clearInterval(timer);
      resolve();
    }, TICK_MS);
  });
  await Promise.all(running);
}
