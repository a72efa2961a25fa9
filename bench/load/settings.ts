/** How large and how long a run is; what is not said on the command line is as the bounds want it. */
import { parseArgs } from 'node:util';

export interface LoadSettings {
  /** Parts to run, in their order; empty: all. */
  parts: string[];
  /** How long the crowd of `hold` is held. */
  holdSeconds: number;
  /** How long people come and go in `soak`. */
  soakMinutes: number;
  /** How many are there in `waves`, `storm`, `drain` and `hold`; undefined: as many as the bound says. */
  sockets: number | undefined;
  /** People in each room of `storm`: the more, the more each has to be told. */
  perRoom: number;
}

export function readSettings(args: string[]): LoadSettings {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seconds: { type: 'string' },
      minutes: { type: 'string' },
      sockets: { type: 'string' },
      'per-room': { type: 'string' },
    },
  });
  return {
    parts: positionals,
    holdSeconds: Number(values.seconds ?? 300),
    soakMinutes: Number(values.minutes ?? 3),
    perRoom: Number(values['per-room'] ?? 4),
    sockets: values.sockets === undefined ? undefined : Number(values.sockets),
  };
}
