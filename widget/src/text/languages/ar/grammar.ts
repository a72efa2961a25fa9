/** How Arabic counts, and keeps what is written the other way in its place. */

/** One form for each kind of number; a dual and a singular need no digits. */
type Forms = Readonly<Record<'one' | 'two' | 'few' | 'many' | 'other', string>>;

const rules = new Intl.PluralRules('ar');

export function counted(count: number, forms: Forms): string {
  const kind = rules.select(count);
  return forms[kind === 'zero' ? 'other' : kind];
}

/** A name in Latin letters would otherwise carry the signs beside it to its other side. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

export const newMessages = (count: number) =>
  counted(count, {
    one: 'رسالة جديدة واحدة',
    two: 'رسالتان جديدتان',
    few: `${count} رسائل جديدة`,
    many: `${count} رسالة جديدة`,
    other: `${count} رسالة جديدة`,
  });
