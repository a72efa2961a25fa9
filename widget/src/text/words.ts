/**
 * The words in use, of the whole page: English until `speak` says otherwise. Each part of the widget that is loaded by
 * itself brings its own words; a part that comes later finds the language that was chosen before.
 */
import type { en } from './en.js';
import type { enCalls } from './en-calls.js';
import type { enChat } from './en-chat.js';
import type { enDevices } from './en-devices.js';
import type { enDebug } from './en-debug.js';
import type { enMedia } from './en-media.js';
import type { enLayout } from './en-layout.js';
import type { enPanels } from './en-panels.js';
import type { enErrors } from './en-errors.js';
import type { enNotice } from './en-notice.js';
import type { enPeople } from './en-people.js';
import type { enPreflight } from './en-preflight.js';
import type { enTogether } from './en-together.js';

/** All words, by the part of the widget they belong to. Another language is another object of this type. */
export interface Language {
  main: typeof en;
  calls: typeof enCalls;
  debug: typeof enDebug;
  media: typeof enMedia;
  layout: typeof enLayout;
  panels: typeof enPanels;
  chat: typeof enChat;
  devices: typeof enDevices;
  errors: typeof enErrors;
  notice: typeof enNotice;
  together: typeof enTogether;
  people: typeof enPeople;
  preflight: typeof enPreflight;
}

type Part = keyof Language;
/** Some of the words; what is left out stays as it is. */
export type SomeWords<Words> = Words extends string | ((...values: never[]) => string)
  ? Words
  : { readonly [Key in keyof Words]?: SomeWords<Words[Key]> };

/** The event on `speech` after which whatever shows words has to be drawn again. */
export const speech = new EventTarget();

const english = new Map<Part, unknown>();
const merged = new Map<Part, unknown>();
let layers: readonly SomeWords<Language>[] = [];

/** Takes the words of a language, then the site's own instead of some of them. */
export function speak(...chosen: readonly (SomeWords<Language> | null | undefined)[]): void {
  layers = chosen.filter((layer) => !!layer);
  merged.clear();
  speech.dispatchEvent(new Event('change'));
}

/** Makes the words of a part known in English. Returns what tells them in the language in use. */
export function wordsOf<Name extends Part>(part: Name, inEnglish: Language[Name]): () => Language[Name] {
  english.set(part, inEnglish);
  // What was said in general terms until now is said better.
  speech.dispatchEvent(new Event('change'));
  return () => spoken(part) as Language[Name];
}

/** The words of a part in the language in use; undefined while they are not loaded. */
export function spoken<Name extends Part>(part: Name): Language[Name] | undefined {
  if (!merged.has(part) && english.has(part))
    merged.set(
      part,
      layers.reduce((all, layer) => merge(all, layer[part]), english.get(part)),
    );
  return merged.get(part) as Language[Name] | undefined;
}

function merge(words: unknown, change: unknown): unknown {
  // A page may hand over anything; words of another kind would break what shows them.
  if (!change || typeof change !== typeof words) return words;
  if (typeof change !== 'object') return change;
  const all = { ...(words as Record<string, unknown>) };
  for (const [key, value] of Object.entries(change)) if (Object.hasOwn(all, key)) all[key] = merge(all[key], value);
  return all;
}
