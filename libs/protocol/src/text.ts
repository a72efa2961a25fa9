/**
 * Makes a string of a stranger fit to be shown as one line: no control characters, no invisible or
 * direction-overriding ones (Unicode categories Cc, Cf, Co, Cs, Zl, Zp and the blank fillers), white space folded. Zero-width joiners stay
 * where they join, so that emoji families and Indic scripts survive.
 */
export function cleanLine(text: string, maxLength: number): string {
  const visible = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Co}/gu, '')
    .replace(
      /(?<=[\p{L}\p{M}\p{Emoji_Presentation}\p{Extended_Pictographic}\uFE0F])\u200D(?=[\p{L}\p{M}\p{Extended_Pictographic}])/gu,
      '\uE000',
    )
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\uFFFD\u115F\u1160\u2800\u3164\uFFA0]/gu, '')
    .replaceAll('\uE000', '\u200D')
    .trim();
  if (visible.length <= maxLength) return visible;
  let cut = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(visible)) {
    if (cut.length + segment.length > maxLength) break;
    cut += segment;
  }
  return cut.trimEnd();
}
