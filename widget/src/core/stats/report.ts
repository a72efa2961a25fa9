/** Reading the report of a peer connection; the names are those of webrtc-stats. Pure. */

export type Stat = Readonly<Record<string, unknown>>;
export type Stats = ReadonlyMap<string, Stat>;

/** A report is of mixed dictionaries, which TypeScript's DOM types leave open. */
export const statsOf = (report: RTCStatsReport): Stats => report;

/** The candidate pair in use. Firefox names no transport, but says `selected` of the pair. */
export function pathOf(stats: Stats): Stat | undefined {
  const all = [...stats.values()];
  const transport = all.find(({ type }) => type === 'transport');
  const nominated = all.filter(
    ({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded',
  );
  return (
    stats.get(String(transport?.['selectedCandidatePairId'])) ??
    nominated.find(({ selected }) => selected) ??
    nominated[0]
  );
}

export function numberIn(stat: Stat | undefined, name: string): number | undefined {
  const value = stat?.[name];
  return typeof value === 'number' ? value : undefined;
}
