/**
 * Draws a person's attention to whoever calls or knocks: by sound, in the page's title, by a notification of the system.
 * Follows from what rings now, so it ends with it.
 */
import type { CallRecord } from '@video-room/protocol';
import { callWords } from '../../text/en-calls.js';
import { RingTone } from './ring-tone.js';
import { SystemNotice } from './system-notice.js';
import { flashTitle } from './title-flash.js';

export interface AlertWishes {
  sound: boolean;
  notifications: boolean;
}

export class CallAlerts {
  readonly #tone: RingTone;
  readonly #notice = new SystemNotice();

  /** @param onChange called when `silent` may have changed. */
  constructor(onChange: () => void) {
    this.#tone = new RingTone(onChange);
  }

  /** It should be heard, and the browser does not let it before a gesture. */
  get silent(): boolean {
    return this.#tone.blocked;
  }

  /** What rings now; nothing ends all of it. */
  show(incoming: readonly CallRecord[], knocks: readonly CallRecord[], wishes: AlertWishes): void {
    const call = incoming[0] ?? knocks.at(-1);
    const words = call && wordsOf(call);
    const tone = incoming.length > 0 ? 'ring' : knocks.length > 0 ? 'knock' : undefined;
    const causes = (tone === 'ring' ? incoming : knocks).map(({ id }) => id);
    this.#tone.play(wishes.sound ? tone : undefined, causes);
    flashTitle(this, words);
    this.#notice.show(wishes.notifications ? call?.id : undefined, call?.caller.name, words);
  }
}

export function wordsOf({ kind, caller: { name } }: CallRecord): string {
  if (kind === 'ring') return callWords().request.ringing(name);
  return kind === 'knock' ? callWords().knock.knocks(name) : callWords().request.invited(name);
}
