/** The last thing a bench prints: what was measured, what was allowed, and whether that is met. */

export interface Figure {
  name: string;
  measured: string;
  /** In words; absent for figures that are told but not judged. */
  bound?: string;
  met?: boolean;
}

/** Prints the figures as a Markdown table. Returns whether every bound is met. */
export function printFigures(figures: readonly Figure[]): boolean {
  const rows = figures.map(({ name, measured, bound = '', met }) => [name, measured, bound, verdict(met)]);
  const all = [['figure', 'measured', 'bound', 'verdict'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  console.log(['', line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line), ''].join('\n'));
  const missed = figures.filter(({ met }) => met === false);
  console.log(missed.length === 0 ? 'Every bound is met.' : `Missed: ${missed.map(({ name }) => name).join('; ')}`);
  return missed.length === 0;
}

const verdict = (met: boolean | undefined): string => (met === undefined ? '' : met ? 'met' : 'MISSED');
