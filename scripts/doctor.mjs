/**
 * `npm run doctor`: examines the server with the configuration `npm start` would give it. Arguments go to it (`--json`;
 * `npm run -s doctor -- --json` prints nothing else).
 */
import { spawn } from 'node:child_process';
import { checkNode, installIfNeeded } from './install.mjs';

checkNode();
installIfNeeded();
const { build, DOCTOR_ENTRY, ROOT } = await import('./build.mjs');
try {
  await build({ only: ['server'] });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

const doctor = spawn(process.execPath, ['--enable-source-maps', DOCTOR_ENTRY, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
// A terminal sends it to both; the doctor ends by itself and says what it found so far.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', (signal) => doctor.kill(signal));
doctor.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
