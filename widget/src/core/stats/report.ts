/** Reading the report of a peer connection; the names are those of webrtc-stats. Pure. */

export type Stat = Readonly<Record<string, unknown>>;
/** A report, which is of mixed dictionaries that TypeScript's DOM types leave open. */
export type Stats = ReadonlyMap<string, Stat>;

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
