/** A card for each person one is linked with: what flows, over which path, and how it did in the last two minutes. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PolledController } from '../../controllers/polled-controller.js';
import type { RoomDebug } from '../../controllers/room-debug.js';
import { SAMPLES_KEPT } from '../../core/stats/link-history.js';
import type { LinkSample } from '../../core/stats/link-sample.js';
import { debugWords } from '../../text/en-debug.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { debugView } from '../vr-debug/debug-view.styles.js';
import { codecsOf, lineThrough, msOf, pathOf, percentOf, rateOf, sizeOf } from './figures.js';
import { roomPicture } from './room-picture.js';
import { styles as roomStyles } from './room-picture.styles.js';
import { styles } from './vr-connections.styles.js';

/** Links are sampled every two seconds. */
const LOOK_EVERY_MS = 1_000;

type Samples = readonly [...LinkSample[], LinkSample];

export class VrConnections extends SpeakingElement {
  static override styles = [tokens, debugView, styles, roomStyles];

  @property({ attribute: false }) debug?: RoomDebug;
  /** Only these people, by participant id; undefined: everybody. */
  @property({ attribute: false }) only?: ReadonlySet<string> | undefined;

  constructor() {
    super();
    new PolledController(this, LOOK_EVERY_MS);
  }

  override render(): TemplateResult {
    const words = debugWords().connections;
    const { links, state } = this.debug ?? {};
    const shown = [...(links ?? [])].filter(([id, { length }]) => length > 0 && (!this.only || this.only.has(id)));
    // What is scrolled has to be reached with the keyboard.
    return html`<div class="all" tabindex="0" role="group" aria-label=${debugWords().views.connections}>
      ${state && !this.only ? roomPicture(state) : nothing}
      ${
        shown.length === 0
          ? html`<p class="empty">${words.none}</p>`
          : html`<ul class="cards">
              ${shown.map(([id, samples]) => this.#card(id, samples as unknown as Samples))}
            </ul>`
      }
    </div>`;
  }

  #card(id: string, samples: Samples): TemplateResult {
    const words = debugWords().connections;
    const { state, people = [] } = this.debug ?? {};
    const name = people.find((person) => person.id === id)?.name ?? id;
    const quality = state?.quality.get(id) ?? 'good';
    const now = samples[samples.length - 1] as LinkSample;
    return html`<li class="card" aria-label=${name}>
      <div class="head">
        <h3 dir="auto">${name}</h3>
        <span class="quality ${quality}">${words.qualities[quality]}</span>
        <span class="path">${pathOf(now) || words.noPath}</span>
      </div>
      <div class="figures">
        ${figure('in', words.received, rateOf(now.inKbps), sizeOf(now.videoIn), samples, ({ inKbps }) => inKbps)}
        ${figure('out', words.sent, rateOf(now.outKbps), sizeOf(now.videoOut), samples, ({ outKbps }) => outKbps)}
        ${figure('trip', words.roundTrip, msOf(now.rttMs), '', samples, ({ rttMs = 0 }) => rttMs)}
        ${figure('loss', words.loss, percentOf(lossOf(now)), '', samples, lossOf)}
      </div>
      <dl>
        ${this.#particulars(id, now).map(
          ([term, value, warns]) =>
            html`<div class=${warns ? 'warns' : ''}>
              <dt>${term}</dt>
              <dd dir="auto">${value}</dd>
            </div>`,
        )}
      </dl>
    </li>`;
  }

  #particulars(id: string, now: LinkSample): [term: string, value: string, warns?: boolean][] {
    const words = debugWords().connections;
    const limitation = now.limitation as keyof typeof words.limitations | undefined;
    return [
      [words.states, [now.ice, now.dtls, this.#signalingOf(id)].filter(Boolean).join(' · ') || '–'],
      [words.lossBoth, `${percentOf(now.lossIn)} / ${percentOf(now.lossOut)}`],
      [words.jitter, msOf(now.jitterMs)],
      [words.codecs, `${codecsOf(now.videoIn, now.audioIn)} / ${codecsOf(now.videoOut, now.audioOut)}`],
      [words.room, now.roomKbps === undefined ? '–' : rateOf(now.roomKbps)],
      [words.limitation, limitation ? (words.limitations[limitation] ?? limitation) : words.unlimited, !!limitation],
      [words.freezes, String(now.freezes)],
    ];
  }

  /** As the log last had it: reports do not tell. */
  #signalingOf(id: string): string {
    const entry = this.debug?.bus.entries().findLast(({ person, text }) => person === id && text === 'signaling state');
    const told = entry?.detail?.['state'];
    return typeof told === 'string' ? told : '';
  }
}

const lossOf = ({ lossIn, lossOut }: LinkSample): number => Math.max(lossIn, lossOut);

function figure(
  name: string,
  label: string,
  value: string,
  size: string,
  samples: readonly LinkSample[],
  of: (sample: LinkSample) => number,
): TemplateResult {
  return html`<div class="figure ${name}">
    <span>${label}</span><b dir="ltr">${value}</b><small dir="ltr">${size}</small>
    <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<polyline points=${lineThrough(samples.map(of), SAMPLES_KEPT)} vector-effect="non-scaling-stroke" />`}
    </svg>
  </div>`;
}

define('vr-connections', VrConnections);

declare global {
  interface HTMLElementTagNameMap {
    'vr-connections': VrConnections;
  }
}
