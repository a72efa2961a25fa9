/** Reading the report of a peer connection; the names are those of webrtc-stats. Pure. */

export type Stat = Readonly<Record<string, unknown>>;
export type Stats = ReadonlyMap<string, Stat>;

/** A report is of mixed dictionaries, which TypeScript's DOM types leave open. */
export const statsOf = (report: RTCStatsReport): Stats => report;

/** The candidate pair in use. Older Firefoxes name no transport, but say of the pair that it is `selected`. */
export function pathOf(stats: Stats): Stat | undefined {
  const all = [...stats.values()];
  const transport = all.find(({ type }) => type === 'transport');
  return (
    stats.get(String(transport?.['selectedCandidatePairId'])) ??
    all.find(({ type, selected }) => type === 'candidate-pair' && selected)
  );
}

export function numberIn(stat: Stat | undefined, name: string): number | undefined {
  const value = stat?.[name];
  return typeof value === 'number' ? value : undefined;
}
