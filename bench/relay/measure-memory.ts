/** Memory per idle client, in a fresh process each time. */
import { connectCrowd, comeAndGo, dismiss, type Contender } from './crowd.js';

const CLIENTS = 2000;
const PER_ROOM = 4;
/** Come and go before, so that what a process loads and compiles once is not counted. */
const EARLIER_CLIENTS = 50;
const ROUNDS = 3;

export interface MemoryResult {
  /** Bytes per client, by contender and round. */
  rss: number[][];
  heap: number[][];
}

export async function measureMemory(start: readonly (() => Promise<Contender>)[]): Promise<MemoryResult> {
  const result: MemoryResult = { rss: start.map(() => []), heap: start.map(() => []) };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, startContender] of start.entries()) {
      const contender = await startContender();
      const { server } = contender;
      await comeAndGo(contender, 'earlier', EARLIER_CLIENTS);
      const before = await server.memory();
      const clients = await connectCrowd(contender, 'idle', CLIENTS, PER_ROOM);
      const after = await server.memory();
      result.rss[index]?.push((after.rss - before.rss) / CLIENTS);
      result.heap[index]?.push((after.heapUsed - before.heapUsed) / CLIENTS);
      await dismiss(clients);
      await server.stop();
    }
  }
  return result;
}
