/** The two servers: ours as it is started for users, and a bare Socket.IO server that seats nobody. */
import { BARE, MeasuredServer, OURS } from '../servers/measured-server.js';

export interface Entrant {
  name: string;
  /** Whether it has seats, and so asks for tokens. */
  seats: boolean;
  start: (port?: number) => Promise<MeasuredServer>;
}

export const OUR_SERVER: Entrant = { name: 'ours', seats: true, start: (port) => MeasuredServer.start(OURS, port) };
export const BARE_SERVER: Entrant = { name: 'bare', seats: false, start: (port) => MeasuredServer.start(BARE, port) };

/** One after the other, so that neither takes the machine from the other. */
export async function inTurns<Result>(
  measure: (server: MeasuredServer, entrant: Entrant) => Promise<Result>,
): Promise<{ ours: Result; bare: Result }> {
  const run = async (entrant: Entrant): Promise<Result> => {
    const server = await entrant.start();
    try {
      return await measure(server, entrant);
    } finally {
      await server.stop();
    }
  };
  return { ours: await run(OUR_SERVER), bare: await run(BARE_SERVER) };
}
