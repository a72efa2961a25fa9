/**
 * Keeps the log small whoever writes to it: what others send is as long as they like, and so is what it leads to. Of long
 * texts only the newest are kept; an older line then says how long its text was.
 */
type Detail = Record<string, unknown>;

/** Texts of this length or more, in characters, are long: descriptions, mostly. */
const LONG = 500;
/** Characters of all long texts together, whichever line has them. */
export const LONG_TEXTS_KEPT = 2_000_000;

export class LongTexts {
  /** Oldest first. */
  readonly #details: Detail[] = [];
  #length = 0;

  /** Returns `detail`, which is to be written into the log as it is; it is changed once its texts are among the oldest. */
  keep(detail: Detail): Detail {
    const length = lengthOf(detail);
    if (length === 0) return detail;
    this.#details.push(detail);
    this.#length += length;
    while (this.#length > LONG_TEXTS_KEPT) {
      const oldest = this.#details.shift() as Detail;
      this.#length -= lengthOf(oldest);
      shorten(oldest);
    }
    return detail;
  }
}

/** For all rooms of the page, as it has one memory. */
export const longTexts = new LongTexts();

const longIn = (detail: Detail): [name: string, text: string][] =>
  Object.entries(detail).filter(
    (field): field is [string, string] => typeof field[1] === 'string' && field[1].length >= LONG,
  );

const lengthOf = (detail: Detail): number => longIn(detail).reduce((sum, [, text]) => sum + text.length, 0);

/** `sdp` becomes `sdpLength`. */
function shorten(detail: Detail): void {
  for (const [name, text] of longIn(detail)) {
    delete detail[name];
    detail[`${name}Length`] = text.length;
  }
}
