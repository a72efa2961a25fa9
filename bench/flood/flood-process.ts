/** An attack in a process of its own, so that it does not take the time of whoever measures. Told by its only argument. */
import { runAttack, type FloodOrder } from './attacks.js';

const amount = await runAttack(JSON.parse(process.argv[2] ?? '') as FloodOrder);
process.send?.(amount, () => process.exit());
