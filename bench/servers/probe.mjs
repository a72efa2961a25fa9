/**
 * Loaded into every measured server before its own code (`node --import`), so that all of them are asked in the same
 * way and none is written for the bench. Needs an IPC channel and `--expose-gc`.
 */
import { subscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long the event loop is held up, from the first connection on: starting is another matter. */
const loop = monitorEventLoopDelay({ resolution: 10 });
subscribe('net.server.socket', () => loop.enable());

process.on('message', (question) => {
  if (question === 'loop') {
    process.send({ p50Ms: loop.percentile(50) / 1e6, p99Ms: loop.percentile(99) / 1e6, maxMs: loop.max / 1e6 });
    loop.reset();
  }
  if (question === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send({ cpuUs: user + system });
  }
  if (question === 'memory') {
    // The second pass takes what finalizers of the first let go of.
    globalThis.gc();
    setTimeout(() => {
      globalThis.gc();
      const { rss, heapUsed } = process.memoryUsage();
      process.send({ rss, heapUsed });
    }, 200);
  }
});

// A bench that is stopped halfway leaves no server behind.
process.on('disconnect', () => process.exit());
