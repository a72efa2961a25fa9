/**
 * Holding Space talks while one is muted: while the focus is inside the element, and not while somebody types. Space also
 * presses buttons, so on a button it talks only when it is held; on the microphone's button a short press unmutes.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isTyping } from '../focus.js';

/** A press that is shorter is meant for the button. */
const TAP_MS = 300;

export interface PushToTalkOptions {
  /** Whether there is a muted microphone to talk with. */
  canTalk: () => boolean;
  /** Unmute now, or mute again. */
  onTalk: (on: boolean) => void;
}

export class PushToTalk implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: PushToTalkOptions;
  #talkingSinceMs: number | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: PushToTalkOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get talking(): boolean {
    return this.#talkingSinceMs !== undefined;
  }

  hostConnected(): void {
    // Before the buttons, which Space would press.
    this.#host.addEventListener('keydown', this.#onKeyDown, { capture: true });
    this.#host.addEventListener('keyup', this.#onKeyUp, { capture: true });
    this.#host.addEventListener('focusout', this.#onFocusOut);
    globalThis.addEventListener('blur', this.#end);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKeyDown, { capture: true });
    this.#host.removeEventListener('keyup', this.#onKeyUp, { capture: true });
    this.#host.removeEventListener('focusout', this.#onFocusOut);
    globalThis.removeEventListener('blur', this.#end);
    this.#end();
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.code !== 'Space' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (this.talking) return event.preventDefault();
    const on = pressed(event);
    if (on === 'field' || (on === 'button' && !event.repeat) || !this.#options.canTalk()) return;
    event.preventDefault();
    this.#talkingSinceMs = event.timeStamp;
    this.#options.onTalk(true);
    this.#host.requestUpdate();
  };

  readonly #onKeyUp = (event: KeyboardEvent): void => {
    if (event.code !== 'Space' || this.#talkingSinceMs === undefined) return;
    // Nothing is pressed by a key that talked.
    event.preventDefault();
    const tapped = event.timeStamp - this.#talkingSinceMs < TAP_MS && pressed(event) === 'microphone';
    if (tapped) this.#talkingSinceMs = undefined;
    this.#end();
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    // Within the element the key is still seen when it goes up.
    if (!(relatedTarget instanceof Node) || !this.#host.contains(relatedTarget)) this.#end();
  };

  readonly #end = (): void => {
    if (this.talking) this.#options.onTalk(false);
    this.#talkingSinceMs = undefined;
    this.#host.requestUpdate();
  };
}

/** What Space would press by itself. */
function pressed(event: Event): 'nothing' | 'microphone' | 'button' | 'field' {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return 'nothing';
  if (isTyping(target)) return 'field';
  if (target.part.contains('microphone-button')) return 'microphone';
  return target.matches('button, a[href], summary, [role]') ? 'button' : 'nothing';
}
