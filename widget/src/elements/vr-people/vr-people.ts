/** A list of people, each with how that person stands and what can be asked of it. Asks; decides nothing. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PersonRow, PersonStatus } from '../../controllers/calls/people-rows.js';
import { DeskActionEvent, type DeskAction } from '../../events/desk-action.js';
import { callWords } from '../../text/en-calls.js';
import { crossIcon, phoneIcon } from '../call-desk/icons.js';
import { define } from '../define.js';
import { cameraIcon } from '../icons.js';
import { SpeakingElement } from '../speaking-element.js';
import { slide } from '../slide.styles.js';
import { switches } from '../switch.styles.js';
import { tokens } from '../tokens.styles.js';
import '../vr-face/vr-face.js';
import { styles } from './vr-people.styles.js';

const statusWords = (): Readonly<Record<PersonStatus, string>> => ({
  available: callWords().people.available,
  'in-call': callWords().people.inCall,
  away: callWords().people.away,
  'do-not-disturb': callWords().people.doNotDisturb,
  together: callWords().people.together,
  calling: callWords().people.calling,
  watching: '',
  invited: callWords().broadcast.invited,
  'on-stage': callWords().broadcast.onStage,
});

/** What is asked of people: to talk, to come on stage or to go back, to go back only. */
export type Purpose = 'call' | 'stage' | 'guests';

const titles = (): Readonly<Record<Purpose, string>> => ({
  call: callWords().people.list,
  stage: callWords().broadcast.list,
  guests: callWords().broadcast.onStage,
});

/** Names of the parts, for `exportparts`. */
export const PEOPLE_PARTS = 'person, call-button, availability-switch, panel-close-button';

/**
 * @slot - between the heading and the list.
 * @csspart person - a row.
 * @csspart call-button - calls or invites that person, or takes it back.
 * @csspart availability-switch - whether one takes calls.
 * @csspart panel-close-button - closes the list where it is beside the pictures.
 * @fires desk-action
 */
export class VrPeople extends SpeakingElement {
  static override styles = [tokens, switches, slide, styles];

  static override properties = {
    purpose: { attribute: false },
    rows: { attribute: false },
    available: { attribute: false },
    empty: { attribute: false },
    panel: { type: Boolean, reflect: true },
  };

  purpose: Purpose = 'call';
  rows: readonly PersonRow[] = [];
  /** Whether one takes calls oneself; undefined where nobody calls. */
  available: boolean | undefined;
  /** What is said while there is nobody. */
  empty: { title: string; hint?: string } = { title: '' };
  /** It stands beside the pictures and can be closed. */
  panel = false;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  override render() {
    return html`<div class="inner">
      <div class="head">
        <h2 id="title" tabindex="-1">${titles()[this.purpose]}</h2>
        ${this.available === undefined ? nothing : this.#availability(this.available)}
        ${
          this.panel
            ? html`<button
                type="button"
                class="close"
                part="panel-close-button"
                aria-label=${callWords().people.close}
                @click=${() => this.#ask({ type: 'toggle-panel' })}
              >
                ${crossIcon}
              </button>`
            : nothing
        }
      </div>
      <slot></slot>
      ${
        this.rows.length > 0
          ? html`<ul aria-labelledby="title">
              ${this.rows.map((row) => this.#row(row))}
            </ul>`
          : html`<div class="none"><b>${this.empty.title}</b>${this.empty.hint}</div>`
      }
    </div>`;
  }

  #availability(available: boolean): TemplateResult {
    return html`<button
      type="button"
      class="switch"
      part="availability-switch"
      role="switch"
      aria-checked=${available ? 'true' : 'false'}
      @click=${() => this.#ask({ type: 'toggle-do-not-disturb' })}
    >
      ${callWords().people.availability}<i></i>
    </button>`;
  }

  #row(row: PersonRow): TemplateResult {
    const status = statusWords()[row.status];
    return html`<li part="person">
      <vr-face .name=${row.name}></vr-face>
      <div class="who">
        <b dir="auto">${row.name}</b>${status ? html`<span class="status ${row.status}">${status}</span>` : nothing}
      </div>
      ${this.purpose === 'call' ? this.#callButtons(row) : this.#stageButton(row)}
    </li>`;
  }

  #callButtons({ identity, name, callable }: PersonRow): TemplateResult | typeof nothing {
    if (!callable) return nothing;
    const button = (className: string, icon: TemplateResult, label: string, video: boolean) =>
      html`<button
        type="button"
        class=${className}
        part="call-button"
        aria-label=${label}
        title=${label}
        @click=${() => this.#ask({ type: 'call', identity, video })}
      >
        ${icon}
      </button>`;
    return html`${button('', phoneIcon, callWords().people.callSound(name), false)}
    ${button('main', cameraIcon, callWords().people.call(name), true)}`;
  }

  #stageButton({ identity, name, status, callable, call }: PersonRow): TemplateResult | typeof nothing {
    const button = (text: string, label: string, action: DeskAction) =>
      html`<button type="button" class="word" part="call-button" aria-label=${label} @click=${() => this.#ask(action)}>
        ${text}
      </button>`;
    if (callable)
      return button(callWords().broadcast.invite, callWords().broadcast.invitePerson(name), {
        type: 'invite',
        identity,
      });
    if (!call) return nothing;
    return status === 'invited'
      ? button(callWords().request.cancel, callWords().broadcast.takeBack(name), { type: 'hang-up', call })
      : button(callWords().broadcast.sendBack, callWords().broadcast.sendBackPerson(name), { type: 'hang-up', call });
  }

  #ask(action: DeskAction): void {
    this.dispatchEvent(new DeskActionEvent(action));
  }
}

define('vr-people', VrPeople);

declare global {
  interface HTMLElementTagNameMap {
    'vr-people': VrPeople;
  }
}
