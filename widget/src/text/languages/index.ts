/** The languages there are, by what a tag such as `pt-BR` begins with. Each is loaded by itself when it is chosen. */
import type { Language } from '../words.js';

export type LanguageCode = 'ar' | 'de' | 'en' | 'es' | 'fr' | 'ja' | 'pt' | 'zh';

/** English is there already. */
export const languages: Record<LanguageCode, (() => Promise<{ words: Language }>) | undefined> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  en: undefined,
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  ja: () => import('./ja.js'),
  pt: () => import('./pt.js'),
  zh: () => import('./zh.js'),
};

/**
 * The first that is there; undefined if that is English, or none.
 *
 * @param tags with commas in between.
 */
export async function loadLanguage(tags: string): Promise<Language | undefined> {
  const codes = tags.split(',').map((tag) => tag.toLowerCase().split('-')[0] as LanguageCode);
  const code = codes.find((each) => Object.hasOwn(languages, each));
  return code && (await languages[code]?.())?.words;
}
