/** What those who do not see are told, in the order in which it happens. Knows nothing of what that is. */
import type { LitElement } from 'lit';
import { deepFocus } from '../../controllers/focus.js';

/** Not heard, but another text: what a screen reader finds unchanged it does not say again. */
const AGAIN = '\u00a0';

export class Announcer {
  readonly #host: LitElement;
  /** Until the focus is where it belongs after what was swapped. */
  readonly #focusKept: () => Promise<void>;
  #unsaid: string[] = [];
  #said = '';

  constructor(host: LitElement, focusKept: () => Promise<void>) {
    this.#host = host;
    this.#focusKept = focusKept;
  }

  /** @param shownIn selects the element that shows it, too. If that takes the focus, it is heard from there. */
  say(words: string | Promise<string>, shownIn = ''): void {
    if (shownIn) void this.#sayUnlessFocused(words, shownIn);
    else if (typeof words === 'string') this.#add(words);
    else void words.then((said) => this.#add(said));
  }

  async #sayUnlessFocused(words: string | Promise<string>, shownIn: string): Promise<void> {
    const before = deepFocus();
    const said = await words;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#focusKept();
    const shown = this.#host.renderRoot.querySelector<LitElement>(shownIn);
    await shown?.updateComplete;
    if (deepFocus() === before || !shown?.matches(':focus-within')) this.#add(said);
  }

  #add(words: string): void {
    if (!words) return;
    this.#unsaid.push(words);
    this.#host.requestUpdate();
  }

  /** What is to be said now: all that happened since it last was asked for, or the same as before. */
  next(): string {
    if (this.#unsaid.length === 0) return this.#said;
    const words = this.#unsaid.splice(0).join(' ');
    return (this.#said = words === this.#said ? words + AGAIN : words);
  }
}
