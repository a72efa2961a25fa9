/** How the connection with one person came about: who said what to whom, when, what is slow and what is missing. */
import type { LogEntry } from '@video-room/log';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LinkLines } from '../../controllers/link-lines.js';
import { PolledController } from '../../controllers/polled-controller.js';
import type { RoomDebug } from '../../controllers/room-debug.js';
import { debugWords } from '../../text/en-debug.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { debugView } from '../vr-debug/debug-view.styles.js';
import { bothEnds } from './both-ends.js';
import { foundIn, stepsOf, type LadderStep } from './ladder-steps.js';
import { styles } from './vr-ladder.styles.js';

/** Steps come in bursts of milliseconds; what is missing counts in seconds. */
const LOOK_EVERY_MS = 500;
/** Of a long call only the end is shown. */
const MOST_STEPS = 200;

export class VrLadder extends SpeakingElement {
  static override styles = [tokens, debugView, styles];

  @property({ attribute: false }) debug?: RoomDebug;
  /** Participant id of the other end; undefined: the newest link. */
  @property({ attribute: false }) person?: string | undefined;

  /** The step that is explained: what the pointer is over, or has the focus. */
  @state() private explained: LadderStep | undefined;

  readonly #lines = new LinkLines(this, {
    timeline: () => this.debug?.timeline,
    link: () => this.#link,
    isOpen: () => this.debug?.state.links.has(this.#shown ?? '') === true,
  });

  constructor() {
    super();
    new PolledController(this, LOOK_EVERY_MS);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('person')) this.explained = undefined;
  }

  override render(): TemplateResult {
    const words = debugWords().ladder;
    const person = this.#shown;
    const name = this.debug?.people.find(({ id }) => id === person)?.name ?? person;
    if (person === undefined) return html`<p class="empty">${words.none}</p>`;
    const steps = this.#steps.slice(-MOST_STEPS);
    const [first] = steps;
    if (!first) return html`<p class="empty">${words.nothing(name ?? '')}</p>`;
    return html`<div class="both" dir="ltr">
      <div class="diagram">
        <div class="lanes" aria-hidden="true">
          <b>${debugWords().you}</b><b>${words.server}</b><b dir="auto">${name}</b>
        </div>
        <ol aria-label=${words.label(name ?? '')} @keydown=${this.#onKey}>
          ${steps.map((step, index) => this.#step(step, first.time, index === steps.length - 1))}
        </ol>
        <p class="told" dir="auto">${this.debug?.timeline ? words.bothEnds : words.oneEnd}</p>
      </div>
      <aside aria-live="polite">${this.#explanation(steps)}</aside>
    </div>`;
  }

  /** Whose link is shown. */
  get #shown(): string | undefined {
    return this.person ?? this.#newest;
  }

  get #entries(): LogEntry[] {
    const person = this.#shown;
    return this.debug?.bus.entries().filter((entry) => entry.person === person) ?? [];
  }

  /** The newest link with that person: a signal is named by its link and a number. */
  get #link(): string | undefined {
    return this.#entries.findLast(({ cause }) => cause !== undefined)?.cause?.replace(/:\d+$/, '');
  }

  get #steps(): LadderStep[] {
    const { lines } = this.#lines;
    const you = this.debug?.state.you;
    if (lines.length === 0 || you === undefined) return stepsOf(this.#entries, this.debug?.now() ?? 0);
    return bothEnds(foundIn(this.#entries, this.debug?.now() ?? 0), lines, you);
  }

  /** Whose link did something last. */
  get #newest(): string | undefined {
    const ids = new Set(this.debug?.people.flatMap(({ id, own }) => (own ? [] : [id])));
    return this.debug?.bus.entries().findLast(({ person }) => person !== undefined && ids.has(person))?.person;
  }

  /** @param last the one the keyboard comes to first. */
  #step(step: LadderStep, start: number, last: boolean): TemplateResult {
    const { kind, from, to, at, verdict, count, detail, afterMs } = step;
    const words = debugWords().ladder;
    const explain = () => (this.explained = step);
    const arrow = from && to ? `arrow ${from}-${to}` : at ? `band at-${at}` : 'band';
    const label = [words.steps[kind], count > 1 ? `×${count}` : '', detail].filter(Boolean).join(' ');
    return html`<li
      class="${verdict} ${kind}"
      tabindex=${last ? 0 : -1}
      title=${words.explained[kind]}
      @pointerenter=${explain}
      @focus=${explain}
    >
      <time>${Math.round(step.time - start)} ms</time>
      <span class=${arrow}><span>${label}</span></span>
      <small>${afterMs >= 1 ? `+${Math.round(afterMs)}` : nothing}</small>
    </li>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
    const to = step && (event.target as HTMLElement)[step as 'nextElementSibling'];
    if (!(to instanceof HTMLElement)) return;
    event.preventDefault();
    to.focus();
  };

  #explanation(steps: readonly LadderStep[]): TemplateResult {
    const words = debugWords().ladder;
    const step = this.explained ?? steps.findLast(({ verdict }) => verdict !== 'ok') ?? steps.at(-1);
    if (!step) return html``;
    return html`<h3 dir="auto">${words.steps[step.kind]}</h3>
      <p dir="auto">${words.explained[step.kind]}</p>
      ${step.verdict === 'ok' ? nothing : html`<p class="verdict ${step.verdict}" dir="auto">${words.verdicts[step.verdict](step.afterMs)}</p>`}
      ${step.cause === undefined ? nothing : html`<p class="cause">#${step.cause}</p>`}`;
  }
}

define('vr-ladder', VrLadder);

declare global {
  interface HTMLElementTagNameMap {
    'vr-ladder': VrLadder;
  }
}
