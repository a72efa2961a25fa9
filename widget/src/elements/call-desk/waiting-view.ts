/** What somebody sees who waits to be let in. */
import { html, type TemplateResult } from 'lit';
import { callWords } from '../../text/en-calls.js';
import { WAITING_PARTS, type WaitingButton, type WaitingView } from '../vr-waiting/vr-waiting.js';
import type { DeskKnowledge } from './desk-view.js';
import { doorIcon } from './icons.js';

export const waitingView = (known: DeskKnowledge): TemplateResult =>
  html`<vr-waiting exportparts=${WAITING_PARTS} .view=${viewOf(known)} @desk-action=${known.act}></vr-waiting>`;

function viewOf({ state, calls: { ownKnock }, knockAgainInS }: DeskKnowledge): WaitingView {
  const words = callWords().waiting;
  const leave = (label: string): WaitingButton => ({ label, action: { type: 'leave' } });
  const again: WaitingButton = {
    label: words.again,
    action: { type: 'knock' },
    main: true,
    disabled: knockAgainInS > 0,
  };
  const over = (title: string): WaitingView => ({ icon: doorIcon, title, buttons: [again, leave(words.leave)] });
  switch (ownKnock?.state) {
    case 'declined': {
      const hint = knockAgainInS > 0 ? words.againIn(knockAgainInS) : undefined;
      return { ...over(words.declined), words: ownKnock.reason, hint };
    }
    case 'cancelled':
      return over(words.withdrawn);
    case 'failed':
    case 'missed':
    case 'ended':
      return over(words.failed);
    default: {
      const title = ownKnock ? words.title : words.connecting;
      const hint = state.room?.attended === false ? words.nobody : words.hint;
      return { icon: doorIcon, title, hint, pending: true, buttons: [leave(words.cancel)] };
    }
  }
}
