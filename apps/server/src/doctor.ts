/** `npm run doctor`: examines this server's configuration, servers and machine, says what was found, and fails if something failed. */
import { randomBytes } from 'node:crypto';
import { ConfigError } from './config.js';
import { checksFor } from './diagnostics/checks.js';
import { examine, type Check } from './diagnostics/examination.js';
import { finding } from './diagnostics/finding.js';
import { reportOf } from './diagnostics/report.js';
import { systemChecks } from './diagnostics/system-checks.js';
import { ENVIRONMENT, type Variable } from './environment.js';
import { completeSetup } from './server-setup.js';
import { configure } from './startup/configure.js';

const INTERRUPTED = 130;

/** Only what is masked is shown of a setting that is wrong: somebody may have put a password where none belongs. */
const mistakesOf = ({ mistakes }: ConfigError) =>
  mistakes.map(({ variable, given, allowed }) => {
    const { secret }: Variable = ENVIRONMENT[variable];
    const detail = { allowed, ...(secret && { given }) };
    return finding('configuration', 'configuration-invalid', { subject: variable, detail });
  });

function checks(): Check[] {
  try {
    const config = configure();
    // Stands for the one the server makes at its first start: nothing is signed here, so none is made or kept.
    const standIn = { id: 'devkey', secret: randomBytes(32).toString('base64url') };
    return checksFor(completeSetup(config, standIn));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [{ id: 'configuration', run: () => mistakesOf(error) }, ...systemChecks(0)];
  }
}

const flags = process.argv.slice(2);
const unknown = flags.find((flag) => flag !== '--json');
if (unknown !== undefined) {
  process.stderr.write(`Unknown option ${unknown}. There is one: --json.\n`);
  process.exit(2);
}
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
const examination = await examine(checks(), interrupted.signal);
process.stdout.write(flags.includes('--json') ? `${JSON.stringify(examination, null, 2)}\n` : reportOf(examination));
process.exitCode = interrupted.signal.aborted ? INTERRUPTED : examination.verdict === 'failed' ? 1 : 0;
