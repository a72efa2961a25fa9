/** What strangers wrote, where it is shown as it is rather than cleaned: identities and the particulars of a log. */

/** Characters that are not seen or turn text around (controls, bidi, zero width; not what joins emoji), but for ends of lines. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** With each of those written as its code point: `\u{202e}`. */
export const visible = (text: string): string =>
  text.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
