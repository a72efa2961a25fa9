import { expect, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../wait-until.js';
import { LogBus } from '@video-room/log';
import { LitElement } from 'lit';
import { words } from '../text/en.js';
import { languages } from '../text/languages/index.js';
import { speak, type Language, type SomeWords } from '../text/words.js';
import { LanguageController } from './language-controller.js';

const bus = new LogBus();
const loaders = { ...languages };

class SpokenHost extends LitElement {
  static override properties = { texts: { attribute: false } };
  texts: SomeWords<Language> = {};
  readonly language = new LanguageController(this, bus);
}
customElements.define('spoken-host', SpokenHost);

function place(markup: string): SpokenHost {
  document.body.innerHTML = markup;
  return document.querySelector<SpokenHost>('spoken-host')!;
}

const until = (tag: string) => waitUntil(() => words().tag === tag, `speaks ${tag}`);

describe('LanguageController', () => {
  beforeEach(() => {
    speak();
  });
  afterEach(async () => {
    Object.assign(languages, loaders);
    document.body.innerHTML = '';
    document.documentElement.removeAttribute('lang');
    speak();
    await Promise.resolve();
  });

  it('takes the nearest language, and the next when that is taken away', async () => {
    document.documentElement.lang = 'es-MX';
    const host = place('<div lang="fr"><spoken-host lang="pt-PT"></spoken-host></div>');
    await until('pt-BR');
    host.lang = 'DE-at';
    await until('de');
    host.removeAttribute('lang');
    await until('fr');
    host.parentElement!.removeAttribute('lang');
    await until('es');
    document.documentElement.lang = 'en';
    await until('en');
  });

  it('takes that of the page in a shadow tree, and hears of a change in there', async () => {
    document.documentElement.lang = 'ja';
    document.body.innerHTML = '<div></div>';
    const root = document.body.firstElementChild!.attachShadow({ mode: 'open' });
    root.innerHTML = '<spoken-host></spoken-host>';
    await until('ja');
    root.querySelector<SpokenHost>('spoken-host')!.lang = 'zh-CN';
    await until('zh-Hans');
  });

  it('speaks English where the language is not there', async () => {
    const host = place('<spoken-host lang="de"></spoken-host>');
    await until('de');
    host.lang = 'tlh';
    await until('en');
  });

  it('stays with English and writes it down when a language does not come', async () => {
    languages.de = () => Promise.reject(new TypeError('no network'));
    const host = place('<spoken-host lang="de"></spoken-host>');
    host.texts = { main: { you: 'me' } };
    const said = () => bus.entries().find(({ text }) => text === 'language not loaded');
    await waitUntil(said, 'it is written down');
    expect(said()!.level).to.equal('error');
    expect(words().tag).to.equal('en');
    expect(words().you).to.equal('me');
  });

  it('does not go back to a language that comes late', async () => {
    let arrive: (() => void) | undefined;
    languages.de = async () => {
      await new Promise<void>((resolve) => (arrive = resolve));
      return loaders.de!();
    };
    const host = place('<spoken-host lang="de"></spoken-host>');
    await waitUntil(() => arrive);
    host.lang = 'fr';
    await until('fr');
    arrive!();
    await loaders.de!();
    await nextFrame();
    expect(words().tag).to.equal('fr');
  });
});
