/** `npm run dev`: builds server and widget whenever a source changes, and restarts the server when it was built. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, installIfNeeded } from './install.mjs';

checkNode();
installIfNeeded();
const { build, ROOT } = await import('./build.mjs');
await build();

const NEST = 'node_modules/@nestjs/cli/bin/nest.js';
const VITE = 'node_modules/vite/bin/vite.js';
const WIDGET = 'widget/vite.config.ts';

const children = [[NEST, 'start', 'server', '--watch', '--', ...process.argv.slice(2)]];
if (existsSync(join(ROOT, WIDGET))) children.push([VITE, 'build', '--watch', '--config', WIDGET]);

// Each leads a process group: Nest's watcher does not pass signals on to the server it started.
const running = children.map(([script, ...args]) =>
  spawn(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, stdio: 'inherit', detached: true }),
);

function stop() {
  for (const { pid } of running) {
    try {
      process.kill(-pid, 'SIGTERM');
    } catch {
      // Gone already.
    }
  }
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
for (const child of running) {
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 0;
    stop();
  });
}
