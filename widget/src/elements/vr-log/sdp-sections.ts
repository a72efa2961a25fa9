/** A session description (RFC 8866) in the parts people think in, and what differs from the one before. Pure. */

export interface SdpSection {
  /** What it is about, as `video · sendrecv · VP8, rtx`; of the head: `session`. */
  readonly title: string;
  readonly lines: readonly SdpLine[];
}

export interface SdpLine {
  readonly text: string;
  /** Against the description before. */
  readonly change: 'same' | 'new' | 'gone';
}

/** @param before the description of the same end before this one; without it nothing counts as new. */
export function sectionsOf(sdp: string, before?: string): SdpSection[] {
  const parts = partsOf(sdp);
  const old = before === undefined ? undefined : partsOf(before);
  const sections = parts.map((lines, index) => ({ title: titleOf(lines), lines: compared(lines, old?.[index], !old) }));
  const dropped = (old ?? []).slice(parts.length).map((lines) => ({
    title: titleOf(lines),
    lines: lines.map((text) => ({ text, change: 'gone' as const })),
  }));
  return [...sections, ...dropped];
}

/** As `1 audio, 2 video · 3.1 kB`. */
export function sdpSummary(sdp: string): string {
  const kinds = partsOf(sdp)
    .slice(1)
    .map((lines) => kindOf(lines));
  const counted = [...new Set(kinds)].map((kind) => `${kinds.filter((each) => each === kind).length} ${kind}`);
  return `${counted.join(', ')} · ${(sdp.length / 1000).toFixed(1)} kB`;
}

/** The head, then one part for each media section. */
function partsOf(sdp: string): string[][] {
  const lines = sdp.split(/\r?\n/).filter(Boolean);
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line.startsWith('m=')) parts.push([]);
    parts[parts.length - 1]!.push(line);
  }
  return parts;
}

function titleOf(lines: readonly string[]): string {
  if (!lines[0]?.startsWith('m=')) return 'session';
  const direction = lines.find((line) => /^a=(sendrecv|sendonly|recvonly|inactive)$/.test(line))?.slice(2);
  const codecs = lines.flatMap((line) => /^a=rtpmap:\d+ ([^/]+)/.exec(line)?.[1] ?? []);
  const rejected = / 0 /.test(lines[0]) ? 'rejected' : undefined;
  return [kindOf(lines), rejected ?? direction, [...new Set(codecs)].join(', ')].filter(Boolean).join(' · ');
}

const kindOf = (lines: readonly string[]): string => /^m=(\S+)/.exec(lines[0] ?? '')?.[1] ?? '';

function compared(lines: readonly string[], old: readonly string[] | undefined, first: boolean): SdpLine[] {
  const were = new Set(old);
  const are = new Set(lines);
  return [
    ...lines.map((text) => ({ text, change: first || were.has(text) ? ('same' as const) : ('new' as const) })),
    ...(old ?? []).filter((text) => !are.has(text)).map((text) => ({ text, change: 'gone' as const })),
  ];
}
