/**
 * Memory per idle client, in a fresh process each time: for the first 2,000, and for 2,000 more. The second figure is
 * there because a process may hold room for the first from its own start, and would seem cheaper than it is.
 */
import { comeAndGo, connectCrowd, dismiss, type Contender } from './crowd.js';

const CLIENTS = 2000;
const PER_ROOM = 4;
/** Come and go before, so that what a process loads and compiles once is not counted. */
const EARLIER_CLIENTS = 50;
const ROUNDS = 3;

/** Bytes per client, by contender and round. */
export interface MemoryResult {
  rss: number[][];
  rssOfMore: number[][];
  heap: number[][];
}

export async function measureMemory(start: readonly (() => Promise<Contender>)[]): Promise<MemoryResult> {
  const rows = (): number[][] => start.map(() => []);
  const result: MemoryResult = { rss: rows(), rssOfMore: rows(), heap: rows() };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, startContender] of start.entries()) {
      const contender = await startContender();
      const { server } = contender;
      await comeAndGo(contender, 'earlier', EARLIER_CLIENTS);
      const empty = await server.memory();
      const first = await connectCrowd(contender, 'first', CLIENTS, PER_ROOM);
      const full = await server.memory();
      const more = await connectCrowd(contender, 'more', CLIENTS, PER_ROOM);
      const fuller = await server.memory();
      result.rss[index]?.push((full.rss - empty.rss) / CLIENTS);
      result.rssOfMore[index]?.push((fuller.rss - full.rss) / CLIENTS);
      result.heap[index]?.push((full.heapUsed - empty.heapUsed) / CLIENTS);
      await dismiss([...first, ...more]);
      await server.stop();
    }
  }
  return result;
}
