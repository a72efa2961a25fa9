/** What the diagnostics can say without trying anything, said at start. */
import type { Finding } from '../diagnostics/finding.js';
import type { ServerLog } from '../log/server-log.js';

/** One line for each finding that something should be done about. */
export function warnOf(findings: readonly Finding[], log: ServerLog): void {
  for (const { check, code, subject, verdict, meaning, remedy, detail } of findings) {
    if (verdict !== 'warning' && verdict !== 'failed') continue;
    log.warn({ check, code, ...(subject !== undefined && { subject }), remedy, ...(detail && { detail }) }, meaning);
  }
}
