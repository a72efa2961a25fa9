/**
 * Says what is written to those who do not see, while the chat is closed: each message in its words, but when many come
 * only how many, so that nobody is talked over.
 */
import type { ChatRecord } from '@video-room/protocol';
import { panelWords } from '../../text/en-panels.js';

/** After one was said, what comes within this time is told together. */
const PAUSE_MS = 5_000;
/** A long message is cut: it can be read in the chat. */
const SAID_LENGTH = 160;

export class MessageNews {
  readonly #say: (words: string) => void;
  #waiting: ChatRecord[] = [];
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (words: string) => void) {
    this.#say = say;
  }

  tell(message: ChatRecord): void {
    this.#waiting.push(message);
    if (this.#pause === undefined) this.#tellAll();
  }

  /** They were read, or are of no interest any more. */
  stop(): void {
    this.#waiting = [];
    clearTimeout(this.#pause);
    this.#pause = undefined;
  }

  #tellAll(): void {
    this.#pause = undefined;
    const [first, ...others] = this.#waiting.splice(0);
    if (!first) return;
    this.#say(others.length > 0 ? panelWords().unread(others.length + 1) : wordsOf(first));
    this.#pause = setTimeout(() => this.#tellAll(), PAUSE_MS);
  }
}

function wordsOf({ from, to, text }: ChatRecord): string {
  const said = text.length > SAID_LENGTH ? `${text.slice(0, SAID_LENGTH).toWellFormed()}…` : text;
  const { site, wrote, wrotePrivately } = panelWords();
  const name = from.name || site;
  return to ? wrotePrivately(name, said) : wrote(name, said);
}
