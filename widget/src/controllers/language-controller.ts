/**
 * Speaks the language of the page: the element's own `lang`, else that of what it stands in, else what the browser
 * prefers. A language that is not there is English. The words are the whole page's; of several elements the one that
 * chose last is heard.
 */
import { Logger, type LogBus } from '@video-room/log';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isLanguage, languages, type LanguageCode } from '../text/languages/index.js';
import { speak, type Language, type SomeWords } from '../text/words.js';

export interface LanguageHost extends ReactiveControllerHost, HTMLElement {
  /** The page's own words instead of some. */
  texts: SomeWords<Language>;
}

export class LanguageController implements ReactiveController {
  readonly #host: LanguageHost;
  readonly #bus: LogBus;
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());
  #code: LanguageCode | undefined;
  #texts: SomeWords<Language> | undefined;

  constructor(host: LanguageHost, bus: LogBus) {
    this.#host = host;
    this.#bus = bus;
    host.addController(this);
  }

  /** Anything around the element may say the language. */
  hostConnected(): void {
    for (const tree of [document, this.#host.getRootNode()])
      this.#observer.observe(tree, { subtree: true, attributeFilter: ['lang'] });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    const { texts } = this.#host;
    const code = codeAt(this.#host);
    if (code !== this.#code || texts !== this.#texts) void this.#speak((this.#code = code), (this.#texts = texts));
  }

  /** English at once; another language when it is there, and if it does not come, English. */
  async #speak(code: LanguageCode, texts: SomeWords<Language>): Promise<void> {
    const load = languages[code];
    let words: SomeWords<Language> = {};
    try {
      if (load) ({ words } = await load());
    } catch (error) {
      new Logger(this.#bus, { category: 'session' }).error('language not loaded', { code, error: String(error) });
    }
    if (code === this.#code && texts === this.#texts) speak(words, texts);
  }
}

function codeAt(host: Element): LanguageCode {
  const around = (host.closest('[lang]') ?? document.documentElement).getAttribute('lang');
  const tags = around ? [around] : navigator.languages;
  return tags.map((tag) => tag.toLowerCase().split('-')[0]!).find(isLanguage) ?? 'en';
}
