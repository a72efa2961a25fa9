/** Server CPU per client that comes in: connect, and with ours token check, seat and `ready`. */
import { comeAndGo, dismiss, prepareCrowd, type Contender } from './crowd.js';

const CLIENTS_PER_ROUND = 200;
const WARM_UP_ROUNDS = 2;
const ROUNDS = 7;

export interface ConnectCase {
  name: string;
  contender: Contender;
  perRoom: number;
}

/** Microseconds per connect, by case and round. */
export async function measureConnecting(cases: readonly ConnectCase[]): Promise<number[][]> {
  const results = cases.map((): number[] => []);
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    const order = [...cases.entries()];
    if (round % 2 !== 0) order.reverse();
    for (const [index, { name, contender, perRoom }] of order) {
      const crowd = await prepareCrowd(contender, `${name} ${round}`, CLIENTS_PER_ROUND, perRoom);
      const before = await contender.server.cpuUs();
      const clients = await crowd.connect();
      const us = ((await contender.server.cpuUs()) - before) / CLIENTS_PER_ROUND;
      await dismiss(clients);
      if (round >= 0) results[index]?.push(us);
    }
  }
  return results;
}

/** Many come and go, with every contender. */
export async function wearIn(contenders: readonly Contender[], clients: number): Promise<void> {
  for (const contender of contenders) await comeAndGo(contender, 'before', clients);
}
