/** Starts an attack beside the one who measures. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { FloodOrder } from './attacks.js';

const PROGRAM = path.join(import.meta.dirname, 'flood-process.ts');

/** Resolves with the amount of the attack when it is over. */
export async function floodBeside(order: FloodOrder): Promise<number> {
  const child = fork(PROGRAM, [JSON.stringify(order)], { execArgv: ['--import', 'tsx'] });
  const [amount] = (await once(child, 'message')) as [number];
  return amount;
}
