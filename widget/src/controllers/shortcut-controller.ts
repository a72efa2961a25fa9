/**
 * Keyboard shortcuts. Alt+Shift+D (debug) also works while nothing on the page has the focus; single letters only
 * while the focus is inside the element. Never while somebody types.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Action } from '../events/action-request.js';
import { isTyping } from './focus.js';

const LETTERS: Readonly<Record<string, Action>> = {
  m: { type: 'toggle-microphone' },
  v: { type: 'toggle-camera' },
  h: { type: 'toggle-hand' },
};

export class ShortcutController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Node;
  readonly #act: (action: Action) => void;

  constructor(host: ReactiveControllerHost & Node, act: (action: Action) => void) {
    this.#host = host;
    this.#act = act;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.repeat || isTyping(event.composedPath()[0])) return;
    const inside = event.composedPath().includes(this.#host);
    const action = actionOf(event, inside);
    if (!action || !(inside || event.target === document.body)) return;
    event.preventDefault();
    this.#act(action);
  };
}

function actionOf(event: KeyboardEvent, inside: boolean): Action | undefined {
  const { code, altKey, shiftKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return undefined;
  if (altKey && shiftKey && code === 'KeyD') return { type: 'toggle-debug' };
  return inside && !altKey && !shiftKey ? LETTERS[letterOf(event)] : undefined;
}

/** What is printed on the key; where that is no Latin letter, what is in its place on a Latin keyboard. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  (/^[a-z]$/i.test(key) || !/^\p{L}$/u.test(key) ? key : code.replace('Key', '')).toLowerCase();
