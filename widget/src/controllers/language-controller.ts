/**
 * Speaks the language of the page: the element's own `lang`, else that of what it stands in, else what the browser
 * prefers. A language that is not there is English. The words are the whole page's; of several elements the one that
 * chose last is heard.
 */
import { Logger, type LogBus } from '@video-room/log';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { speak, type Language, type SomeWords } from '../text/words.js';

export interface LanguageHost extends ReactiveControllerHost, HTMLElement {
  /** The page's own words instead of some. */
  texts: SomeWords<Language>;
}

export class LanguageController implements ReactiveController {
  readonly #host: LanguageHost;
  readonly #bus: LogBus;
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());
  #wanted: string | undefined;
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
    const wanted = wantedAt(this.#host);
    if (wanted !== this.#wanted || texts !== this.#texts)
      void this.#speak((this.#wanted = wanted), (this.#texts = texts));
  }

  /** English at once; another language when it is there, and if it does not come, English. */
  async #speak(wanted: string, texts: SomeWords<Language>): Promise<void> {
    let words: SomeWords<Language> | undefined;
    try {
      // Which languages there are is not known before one is needed.
      if (!/^en\b/i.test(wanted)) words = await (await import('../text/languages/index.js')).loadLanguage(wanted);
    } catch (error) {
      new Logger(this.#bus, { category: 'session' }).error('language not loaded', { wanted, error: String(error) });
    }
    if (wanted === this.#wanted && texts === this.#texts) speak(words ?? {}, texts);
  }
}

/** Tags with commas in between, the best first. */
const wantedAt = (host: Element): string =>
  (host.closest('[lang]') ?? document.documentElement).getAttribute('lang') || navigator.languages.join();
