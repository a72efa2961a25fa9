/** Finds the web addresses in what somebody wrote. Pure; only http and https become links, whatever else is written. */

/** A piece of the text; with `href` it leads there. All pieces in a row are the text again. */
export interface TextPiece {
  readonly text: string;
  readonly href?: string;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”„«»]+/gi;
/** What belongs to the sentence rather than to the address at its end. */
const TRAILING = new Set(".,;:!?'’*_~|、。，！？؟،");
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

const known = new WeakMap<{ readonly text: string }, readonly TextPiece[]>();

/** The same pieces each time: a list of messages is drawn far more often than one is written. */
export function piecesOf(message: { readonly text: string }): readonly TextPiece[] {
  let pieces = known.get(message);
  if (!pieces) known.set(message, (pieces = splitLinks(message.text)));
  return pieces;
}

export function splitLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(found);
    const href = hrefOf(address);
    if (href === undefined) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push({ text: address, href });
    end = index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/**
 * A bracket that was opened inside the address belongs to it. Each character is looked at once or twice, however many of
 * them go: whoever writes chooses how many, and everybody's page has to read them.
 */
function withoutTrailing(found: string): string {
  const counts = new Map<string, number>();
  for (const character of found) counts.set(character, (counts.get(character) ?? 0) + 1);
  const countOf = (character: string) => counts.get(character) ?? 0;
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    const opening = BRACKETS[last];
    const unpaired = opening !== undefined && countOf(opening) < countOf(last);
    if (!unpaired && !TRAILING.has(last)) break;
    counts.set(last, countOf(last) - 1);
  }
  return found.slice(0, end);
}

function hrefOf(address: string): string | undefined {
  try {
    const { protocol, hostname, href } = new URL(address);
    return (protocol === 'https:' || protocol === 'http:') && hostname ? href : undefined;
  } catch {
    return undefined;
  }
}
