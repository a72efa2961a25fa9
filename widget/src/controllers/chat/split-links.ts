/** Finds the web addresses in what somebody wrote. Pure; only http and https become links, whatever else is written. */

/** A piece of the text; with `href` it leads there. All pieces in a row are the text again. */
export interface TextPiece {
  readonly text: string;
  readonly href?: string;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”„«»]+/gi;
/** What belongs to the sentence rather than to the address at its end. */
const TRAILING = /[.,;:!?'’*_~|、。，！？؟،]$/;
const BRACKETS = { ')': '(', ']': '[', '}': '{' } as const;

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

/** A bracket that was opened inside the address belongs to it. */
function withoutTrailing(found: string): string {
  let address = found;
  for (;;) {
    const last = address.at(-1) as keyof typeof BRACKETS;
    const opening = BRACKETS[last];
    const unpaired = opening && address.split(opening).length < address.split(last).length;
    if (!unpaired && !TRAILING.test(address)) return address;
    address = address.slice(0, -1);
  }
}

function hrefOf(address: string): string | undefined {
  try {
    const { protocol, hostname, href } = new URL(address);
    return (protocol === 'https:' || protocol === 'http:') && hostname ? href : undefined;
  } catch {
    return undefined;
  }
}
