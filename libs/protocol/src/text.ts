/** Makes strings of strangers fit to be shown. */

/**
 * As one line: no control characters, no invisible or direction-overriding ones (Unicode categories Cc, Cf, Co, Cs, Zl, Zp
 * and the blank fillers), white space folded. Zero-width joiners stay where they join, so that emoji families and Indic
 * scripts survive.
 */
export const cleanLine = (text: string, maxLength: number): string => cut(visibleLine(text), maxLength);

/** As several lines, each of them so; of empty ones no more than one in a row. */
export function cleanText(text: string, maxLength: number): string {
  const lines = text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/).map(visibleLine);
  return cut(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    maxLength,
  );
}

function visibleLine(text: string): string {
  return text
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
}

/** Cut between characters as people see them. */
function cut(visible: string, maxLength: number): string {
  if (visible.length <= maxLength) return visible;
  let cut = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(visible)) {
    if (cut.length + segment.length > maxLength) break;
    cut += segment;
  }
  return cut.trimEnd();
}
