/** Many clients of one server. */
import type { MeasuredServer } from '../servers/measured-server.js';
import { RawClient } from './raw-client.js';

/** How many connect at the same time. */
const ABREAST = 25;

/** A server under measurement and what its clients need to get in. */
export interface Contender {
  name: string;
  server: MeasuredServer;
  /** Makes so many tokens, `perRoom` in each room; undefined where everybody may come in. */
  tokens?: (prefix: string, count: number, perRoom: number) => Promise<string[]>;
}

/** Connects `count` clients, `perRoom` in each room. Making their tokens is not part of `connect`. */
export async function prepareCrowd(
  { server, tokens }: Contender,
  prefix: string,
  count: number,
  perRoom: number,
): Promise<{ connect: () => Promise<RawClient[]> }> {
  const passes = await tokens?.(prefix, count, perRoom);
  return {
    connect: async () => {
      const clients: RawClient[] = [];
      while (clients.length < count) {
        const batch = Array.from({ length: Math.min(ABREAST, count - clients.length) }, (_, index) =>
          RawClient.connect(server.port, passes?.[clients.length + index]),
        );
        clients.push(...(await Promise.all(batch)));
      }
      return clients;
    },
  };
}

export async function connectCrowd(...crowd: Parameters<typeof prepareCrowd>): Promise<RawClient[]> {
  return (await prepareCrowd(...crowd)).connect();
}

export async function dismiss(clients: readonly RawClient[]): Promise<void> {
  await Promise.all(clients.map((client) => client.leave()));
}

/** Lets `count` clients come and go, a few hundred present at a time. */
export async function comeAndGo(contender: Contender, prefix: string, count: number): Promise<void> {
  const atOnce = 250;
  for (let gone = 0; gone < count; gone += atOnce) {
    await dismiss(await connectCrowd(contender, `${prefix}-${gone}`, Math.min(atOnce, count - gone), 2));
  }
}
