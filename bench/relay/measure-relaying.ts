/** Server CPU per relayed signal, contenders in turn. */
import { connectCrowd, dismiss, type Contender } from './crowd.js';
import { TRAFFICS, type Traffic } from './signals.js';
import { pairOf, volley, type Pair } from './volley.js';

const PAIRS = 20;
const RELAYS_PER_ROUND = 15_000;
/** Not counted: until the machine code is there. */
const WARM_UP_ROUNDS = 2;
const ROUNDS = 9;

export interface RelayResult {
  traffic: string;
  /** Microseconds per relay, by contender and round. */
  us: number[][];
}

export async function measureRelaying(contenders: readonly Contender[]): Promise<RelayResult[]> {
  const crowds = await Promise.all(contenders.map((contender) => connectCrowd(contender, 'relay', PAIRS * 2, 2)));
  const pairs = crowds.map((clients) =>
    clients.flatMap((client, index): Pair[] => {
      const other = clients[index + 1];
      return index % 2 === 0 && other ? [inOrder(client, other)] : [];
    }),
  );
  const results = TRAFFICS.map(({ name }) => ({ traffic: name, us: contenders.map((): number[] => []) }));
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    for (const [kind, traffic] of TRAFFICS.entries()) {
      // Who goes first changes, so that nobody always follows the other.
      const order = [...contenders.keys()];
      if (round % 2 !== 0) order.reverse();
      for (const index of order) {
        const contender = contenders[index];
        if (!contender) continue;
        const us = await relayOnce(contender, pairs[index] ?? [], traffic);
        if (round >= 0) results[kind]?.us[index]?.push(us);
      }
    }
  }
  await Promise.all(crowds.map(dismiss));
  return results;
}

/** Both connected at the same time; whoever has a link in its welcome came later. */
const inOrder = (one: Parameters<typeof pairOf>[0], other: Parameters<typeof pairOf>[0]): Pair =>
  one.welcome.link === undefined ? pairOf(one, other) : pairOf(other, one);

async function relayOnce({ server }: Contender, pairs: readonly Pair[], traffic: Traffic): Promise<number> {
  const before = await server.cpuUs();
  await volley(pairs, traffic, RELAYS_PER_ROUND);
  return ((await server.cpuUs()) - before) / RELAYS_PER_ROUND;
}
