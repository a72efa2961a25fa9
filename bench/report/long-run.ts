/**
 * Tests that exist in two lengths: short, where they judge what happens, and long in a command of their own,
 * where they also judge how long it takes and how often. What the long ones measure is gathered in one file, because they run
 * in several processes, and printed as one table.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Figure } from './table.js';

export const isLongRun = process.env['VIDEO_ROOM_LONG_RUN'] === 'true';

/** How many rounds, or how much of something: the one in `npm test`, the other in a long run. */
export const inLongRun = (short: number, long: number): number => (isLongRun ? long : short);

/** Where figures are gathered; undefined: nowhere, as in `npm test`. */
const file = process.env['VIDEO_ROOM_FIGURES'];

/** Adds a figure to the table that the command prints in the end. */
export function addFigure(figure: Figure): void {
  if (file) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

/** All figures that were added to a file, in the order they came. */
export function gatheredFigures(from: string): Figure[] {
  if (!existsSync(from)) return [];
  const lines = readFileSync(from, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Figure);
}
