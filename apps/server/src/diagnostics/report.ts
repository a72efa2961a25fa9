/** An examination as somebody at a terminal reads it. */
import type { Examination } from './examination.js';
import type { Finding, Verdict } from './finding.js';

const MARKS: Readonly<Record<Verdict, string>> = { ok: 'ok', warning: 'WARNING', failed: 'FAILED', skipped: 'skipped' };
const TOTALS: Readonly<Record<Examination['verdict'], string>> = {
  ok: 'All is well.',
  warning: 'It works; see the warnings.',
  failed: 'Something needs to be done.',
};

export function reportOf({ findings, verdict, durationMs }: Examination): string {
  const rows = findings.map((found) => [MARKS[found.verdict], found.check, found.code]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const indent = ' '.repeat(2 + (widths[0] ?? 0) + 2);
  const lines = findings.flatMap((found, index) => {
    const cells = (rows[index] ?? []).map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return [
      `  ${cells.join('  ')}  ${found.meaning}`,
      ...(found.subject === undefined && !isWorthTelling(found) ? [] : [`${indent}${aboutOf(found)}`]),
      ...(found.remedy !== undefined && found.verdict !== 'skipped' ? [`${indent}To do: ${found.remedy}`] : []),
    ];
  });
  const count = (kind: Verdict): number => findings.filter((found) => found.verdict === kind).length;
  const counts = `${count('failed')} failed, ${count('warning')} with a warning, ${count('ok')} ok, ${count('skipped')} skipped`;
  return `\n${lines.join('\n')}\n\n  ${TOTALS[verdict]} ${counts} (${durationMs} ms)\n\n`;
}

/** Particulars of what is well are in the JSON. */
const isWorthTelling = ({ verdict, detail }: Finding): boolean =>
  detail !== undefined && (verdict === 'warning' || verdict === 'failed');

function aboutOf(found: Finding): string {
  const detail = isWorthTelling(found)
    ? Object.entries(found.detail ?? {})
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')
    : '';
  return [found.subject, detail].filter(Boolean).join(': ');
}
