/** Times and numbers as the language in use writes them, with the digits its words use. */
import { words } from './en.js';

/** Of the day. As the person writes it if it reads the language in use: in English, with or without a.m. and p.m. */
export function clockTime(at: number): string {
  const { tag } = words();
  const [code = tag] = tag.split('-', 1);
  const own = navigator.languages.filter((each) => each.split('-', 1)[0] === code);
  return new Date(at).toLocaleTimeString([...own, tag], {
    hour: '2-digit',
    minute: '2-digit',
    numberingSystem: 'latn',
  });
}

/** With one digit after the point. */
export const decimal = (value: number): string =>
  value.toLocaleString(words().tag, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    numberingSystem: 'latn',
  });
