/** What fills the element while one is not in the room: waiting, failed, left. Asks; decides nothing. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VideoRoomErrorCode } from '../../core/errors.js';
import type { LeftReason } from '../../core/session-state.js';
import { ActionRequestEvent, type Action } from '../../events/action-request.js';
import { words } from '../../text/en.js';
import { errorText } from '../../text/en-errors.js';
import { noticeWords } from '../../text/en-notice.js';
import { card } from '../card.styles.js';
import { define } from '../define.js';
import { alertIcon } from '../alert-icon.js';
import { leaveIcon } from '../icons.js';
import { sheet } from '../sheet.styles.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { styles } from './vr-notice.styles.js';

export type Notice =
  | { kind: 'waiting' }
  | { kind: 'failed'; code: VideoRoomErrorCode }
  | { kind: 'left'; reason: LeftReason; message?: string | undefined };

/**
 * @csspart notice - the card in the middle.
 * @csspart join-button - joins, or joins again.
 * @csspart retry-button - tries again after a failure.
 * @csspart notice-debug-button - shows the debug overlay then.
 * @fires action-request
 */
export class VrNotice extends SpeakingElement {
  static override styles = [tokens, card, sheet, styles];

  static override properties = { notice: { attribute: false } };

  notice: Notice = { kind: 'waiting' };

  /** To the heading: Enter pressed twice shall not do what comes next. */
  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  override render(): TemplateResult {
    const { notice } = this;
    switch (notice.kind) {
      case 'waiting':
        return html`<div class="card plain" part="notice">
          <h2 tabindex="-1">${noticeWords().waiting}</h2>
          <p>${noticeWords().waitingHint}</p>
        </div>`;
      case 'failed':
        return this.#failed(notice.code);
      case 'left':
        return this.#left(notice);
      default:
        return notice satisfies never;
    }
  }

  #failed(code: VideoRoomErrorCode): TemplateResult {
    const { title, hint } = errorText(code);
    return html`<div class="card" part="notice">
      <div class="sign bad">${alertIcon}</div>
      <h2 tabindex="-1" aria-describedby="hint">${title}</h2>
      <p id="hint">${hint}</p>
      <code>${code}</code>
      <div class="acts">
        ${this.#joinButton(words().notice.retry, 'retry-button')}
        <button class="second" part="notice-debug-button" @click=${() => this.#ask({ type: 'toggle-debug' })}>
          ${words().bar.debug}
        </button>
      </div>
    </div>`;
  }

  #left({ reason, message }: Notice & { kind: 'left' }): TemplateResult {
    const replaced = reason === 'replaced';
    const { replacedHint, expiredHint, rejoin, useHere } = noticeWords();
    const said = { replaced: replacedHint, 'token-expired': expiredHint }[reason as string] ?? message;
    return html`<div class="card" part="notice">
      <div class="sign">${leaveIcon}</div>
      <h2 tabindex="-1" aria-describedby=${said ? 'hint' : nothing}>${words().notice.gone[reason]}</h2>
      ${said ? html`<p id="hint" dir="auto">${said}</p>` : nothing}
      ${
        reason === 'left' || replaced
          ? html`<div class="acts">${this.#joinButton(replaced ? useHere : rejoin, 'join-button')}</div>`
          : nothing
      }
    </div>`;
  }

  #joinButton(label: string, part: string): TemplateResult {
    return html`<button class="main" part=${part} @click=${() => this.#ask({ type: 'join' })}>${label}</button>`;
  }

  #ask(action: Action): void {
    this.dispatchEvent(new ActionRequestEvent(action));
  }
}

define('vr-notice', VrNotice);

declare global {
  interface HTMLElementTagNameMap {
    'vr-notice': VrNotice;
  }
}
