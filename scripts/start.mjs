/**
 * `npm start`: installs what is missing, builds what is stale, runs the server in this terminal. Arguments go to the
 * server (`npm start -- --https`).
 */
import { spawn } from 'node:child_process';
import { checkNode, installIfNeeded } from './install.mjs';

checkNode();
installIfNeeded();
const { build, NODE_FLAGS, ROOT, SERVER_ENTRY } = await import('./build.mjs');
try {
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

const server = spawn(process.execPath, [...NODE_FLAGS, SERVER_ENTRY, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
