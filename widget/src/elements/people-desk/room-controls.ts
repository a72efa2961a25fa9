/** What stands before and after the list of people: who asks to come in, and what those who moderate do for everybody. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PeopleAction } from '../../events/people-action.js';
import { peopleWords } from '../../text/en-people.js';
import { microphoneOffIcon } from '../icons.js';
import { lockIcon, openLockIcon } from './icons.js';
import type { PeopleView } from './people-view.js';

type Ask = (action: PeopleAction) => void;

export function waitingList(waiting: PeopleView['waiting'], ask: Ask): TemplateResult | typeof nothing {
  if (waiting.length === 0) return nothing;
  const words = peopleWords().waiting;
  return html`<section part="waiting-list" class="waiting" aria-labelledby="waiting">
    <h3 id="waiting">${words.title}</h3>
    ${waiting.map(
      ({ call, name }) =>
        html`<div part="waiting-person">
          <vr-face .name=${name}></vr-face>
          <b dir="auto">${name}</b>
          <button
            type="button"
            part="refuse-button"
            aria-label=${words.declinePerson(name)}
            @click=${() => ask({ type: 'decline', call })}
          >
            ${words.decline}
          </button>
          <button
            type="button"
            class="main"
            part="admit-button"
            aria-label=${words.admitPerson(name)}
            @click=${() => ask({ type: 'admit', call })}
          >
            ${words.admit}
          </button>
        </div>`,
    )}
  </section>`;
}

/** @param end asks once more before. */
export function roomControls(
  { access, unlocked }: NonNullable<PeopleView['moderating']>,
  ask: Ask,
  end: () => void,
): TemplateResult {
  const words = peopleWords().room;
  const locked = access === 'closed';
  return html`<section part="room-controls" class="room" aria-label=${words.label}>
    <button
      type="button"
      class="lock switch"
      part="lock-switch"
      role="switch"
      aria-checked=${locked ? 'true' : 'false'}
      aria-labelledby="lock"
      aria-describedby="access"
      @click=${() => ask({ type: 'set-access', access: locked ? unlocked : 'closed' })}
    >
      ${locked ? lockIcon : openLockIcon}<span
        ><span id="lock">${words.lock}</span><small id="access">${words.access[access]}</small></span
      ><i></i>
    </button>
    <div class="acts">
      <button type="button" part="mute-all-button" @click=${() => ask({ type: 'mute-all' })}>
        ${microphoneOffIcon}${words.muteAll}
      </button>
      <button type="button" class="grave" part="end-button" @click=${end}>${words.end}</button>
    </div>
  </section>`;
}
