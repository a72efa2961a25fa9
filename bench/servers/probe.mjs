/**
 * Loaded into every measured server before its own code (`node --import`), so that all of them are asked in the same
 * way and none is written for the bench. Needs an IPC channel and `--expose-gc`.
 */
process.on('message', (question) => {
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
