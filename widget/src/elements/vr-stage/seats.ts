/**
 * Gives everybody a place in the document and keeps it, so that nobody's picture is taken off its element because
 * somebody else came or went. A newcomer takes the first free place. Pure.
 *
 * @param seats who sat where before; an empty string is a free place
 * @param keys who is to sit now
 */
export function seat(seats: readonly string[], keys: readonly string[]): string[] {
  const next = seats.map((key) => (keys.includes(key) ? key : ''));
  for (const key of keys) {
    if (next.includes(key)) continue;
    const free = next.indexOf('');
    next[free < 0 ? next.length : free] = key;
  }
  return next;
}
