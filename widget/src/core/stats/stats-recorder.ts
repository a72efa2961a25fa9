/**
 * What the reports of a link said over the last minutes, value by value, in the shape of the files that
 * chrome://webrtc-internals saves, so that viewers of those can show it. Keeps numbers in columns: as objects they would
 * take ten times the room.
 */

/** Looks kept: five minutes at one every two seconds. */
export const LOOKS_KEPT = 150;
const KEPT_MS = 5 * 60_000;

/** One value over time, as in such a file: `values` is a JSON array. */
export interface DumpedColumn {
  readonly startTime: string;
  readonly endTime: string;
  readonly statsType: string;
  readonly values: string;
}

/** Of ICE and DTLS: of no use to whoever reads, and not theirs to know. */
const SECRET = /usernameFragment|fingerprint|certificate/i;

interface Column {
  readonly statsType: string;
  startedAt: number;
  endedAt: number;
  readonly values: unknown[];
}

export class StatsRecorder {
  readonly #columns = new Map<string, Column>();

  take(report: RTCStatsReport): void {
    let newest = -Infinity;
    // The report is of mixed dictionaries which TypeScript's DOM types leave open.
    const stats: ReadonlyMap<string, Readonly<Record<string, unknown>>> = report;
    for (const { id, type, ...values } of stats.values()) {
      // Browsers name it by its fingerprint.
      if (type === 'certificate') continue;
      const at = Number(values['timestamp']);
      for (const [name, value] of Object.entries(values)) {
        if (typeof value === 'object' || SECRET.test(name)) continue;
        const key = `${String(id)}-${name}`;
        let column = this.#columns.get(key);
        if (!column) {
          column = { statsType: String(type), startedAt: at, endedAt: at, values: [] };
          this.#columns.set(key, column);
        }
        column.endedAt = at;
        column.values.push(value);
        if (column.values.length > LOOKS_KEPT) this.#dropOldest(column);
        newest = Math.max(newest, at);
      }
    }
    // Of candidates that are no more.
    for (const [key, { endedAt }] of this.#columns) if (newest - endedAt > KEPT_MS) this.#columns.delete(key);
  }

  dump(): Record<string, DumpedColumn> {
    return Object.fromEntries(
      [...this.#columns].map(([key, { statsType, startedAt, endedAt, values }]) => [
        key,
        {
          startTime: new Date(startedAt).toISOString(),
          endTime: new Date(endedAt).toISOString(),
          statsType,
          values: JSON.stringify(values),
        },
      ]),
    );
  }

  #dropOldest(column: Column): void {
    const apart = (column.endedAt - column.startedAt) / (column.values.length - 1);
    column.values.shift();
    column.startedAt += apart;
  }
}
