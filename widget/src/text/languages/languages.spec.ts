import { describe, expect, it } from '@jest/globals';
import { enCalls } from '../en-calls.js';
import { enChat } from '../en-chat.js';
import { enDebug } from '../en-debug.js';
import { enDevices } from '../en-devices.js';
import { enErrors } from '../en-errors.js';
import { enLayout } from '../en-layout.js';
import { enMedia } from '../en-media.js';
import { enNotice } from '../en-notice.js';
import { enPanels } from '../en-panels.js';
import { enPeople } from '../en-people.js';
import { enPreflight } from '../en-preflight.js';
import { enTogether } from '../en-together.js';
import { en } from '../en.js';
import type { Language } from '../words.js';
import { languages, loadLanguage, type LanguageCode } from './index.js';

const ENGLISH: Language = {
  main: en,
  calls: enCalls,
  debug: enDebug,
  layout: enLayout,
  panels: enPanels,
  chat: enChat,
  media: enMedia,
  devices: enDevices,
  errors: enErrors,
  notice: enNotice,
  together: enTogether,
  people: enPeople,
  preflight: enPreflight,
};
const CODES = Object.keys(languages).filter((code) => code !== 'en') as LanguageCode[];

const load = async (code: LanguageCode) => (await languages[code]?.())?.words ?? ENGLISH;

/** These are told what device it is, and no names or numbers. */
const ABOUT_DEVICES = /^devices\.(troubles|restored)/;
const SAMPLES = [0, 1, 2, 3, 11, 100];
const samplesOf = (path: string) => (ABOUT_DEVICES.test(path) ? ['microphone', 'camera', 'both'] : SAMPLES);

type Word = string | ((...values: unknown[]) => string);

/** Every word by its path, such as `main.bar.mute`. */
const wordsIn = (words: object, path = ''): [string, Word][] =>
  Object.entries(words).flatMap(([key, value]: [string, Word | object]) =>
    typeof value === 'object' ? wordsIn(value, `${path}${key}.`) : [[path + key, value] as [string, Word]],
  );

const kindsIn = (words: object) => wordsIn(words).map(([path, word]) => `${path}: ${typeof word}`);
const functionsIn = (words: object) =>
  wordsIn(words).flatMap(([path, word]) => (typeof word === 'function' ? [[path, word] as const] : []));

describe.each(CODES)('the language %s', (code) => {
  it('has every word, and no other', async () => {
    expect(kindsIn(await load(code)).sort()).toEqual(kindsIn(ENGLISH).sort());
  });

  it('leaves nothing empty and nothing unfinished', async () => {
    for (const [path, word] of wordsIn(await load(code))) {
      const said = typeof word === 'function' ? samplesOf(path).map((value) => String(word(value, 200))) : [word];
      for (const text of said) expect([path, text]).toEqual([path, expect.stringMatching(/^(?!.*undefined)\s*\S/)]);
    }
  });

  it('says the names and numbers that English says', async () => {
    const translated = new Map(functionsIn(await load(code)));
    for (const [path, english] of functionsIn(ENGLISH).filter(([each]) => !ABOUT_DEVICES.test(each)))
      for (const values of [
        ['Xaver', 'Zuzu'],
        [5, 21],
      ]) {
        const told = (said?: string) => values.filter((value) => String(said).includes(String(value)));
        expect([path, told(translated.get(path)?.(...values))]).toEqual([path, told(english(...values))]);
      }
  });

  it('says which one it is', async () => {
    const { main } = await load(code);
    expect(new Intl.Locale(main.tag).language).toBe(code);
    expect(main.direction).toBe(code === 'ar' ? 'rtl' : 'ltr');
  });
});

describe('languages', () => {
  it('are chosen by the first tag whose language is there', async () => {
    expect(CODES).toEqual(['ar', 'de', 'es', 'fr', 'ja', 'pt', 'zh']);
    expect(await loadLanguage('tlh,constructor,PT-pt,de')).toBe(await load('pt'));
    expect(await loadLanguage('en-GB,de')).toBeUndefined();
    expect(await loadLanguage('tlh')).toBeUndefined();
  });

  it('count as Arabic counts', async () => {
    const { knock } = (await load('ar')).calls;
    expect([1, 2, 3, 11, 100].map((count) => knock.titleMany(count))).toEqual([
      'شخص واحد يطلب الدخول',
      'شخصان يطلبان الدخول',
      '3 أشخاص يطلبون الدخول',
      '11 شخصًا يطلبون الدخول',
      '100 شخص يطلبون الدخول',
    ]);
  });
});
