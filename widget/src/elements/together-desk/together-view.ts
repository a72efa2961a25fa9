/** What the desk shows, as a pure function of what it knows: the pieces which the element puts in their places. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ParticipantId } from '@video-room/protocol';
import { ownRecord } from '../../controllers/calls/own-calls.js';
import type { PersonTile } from '../../controllers/people-tiles.js';
import type { Lanes } from '../../controllers/together/reactions.js';
import type { SessionState } from '../../core/session-state.js';
import type { TogetherActionEvent } from '../../events/together-action.js';
import { togetherWords } from '../../text/en-together.js';
import '../vr-bar-button/vr-bar-button.js';
import { MARK_PARTS } from '../vr-marks/vr-marks.js';
import '../vr-marks/vr-marks.js';
import type { ControlName } from '../vr-bar/controls.js';
import type { MenuEntry } from '../vr-menu/menu-entry.js';
import { QUESTION_PARTS, type Question } from '../vr-question/vr-question.js';
import '../vr-question/vr-question.js';
import { REACTIONS_PARTS } from '../vr-reactions/vr-reactions.js';
import '../vr-reactions/vr-reactions.js';
import type { Asked } from './asked.js';
import { handIcon, reactIcon } from './icons.js';

export interface TogetherKnowledge {
  state: SessionState;
  /** Whose hands are up, and where they stand. */
  places: ReadonlyMap<ParticipantId, number>;
  reactions: ReadonlyMap<string, Lanes>;
  reactionsOpen: boolean;
  asked: Asked | undefined;
  /** What was done to one, for a while. */
  notice: string;
  toggleHand: () => void;
  dismiss: () => void;
  act: (event: Pick<TogetherActionEvent, 'action'>) => void;
}

export interface TogetherView {
  /** Over the picture of a person. */
  marks: (tile: PersonTile) => TemplateResult | typeof nothing;
  /** Over all pictures: reactions of those who have none, and the card to choose one's own. */
  over: TemplateResult | typeof nothing;
  /** For the bar. */
  buttons: TemplateResult | typeof nothing;
  /** The same for its menu, where there is no room in it. */
  entries: readonly (MenuEntry & { id: ControlName })[];
  pill: TemplateResult | typeof nothing;
  /** Over everything. */
  dialog: TemplateResult | undefined;
  /** Whether the bar has to stay. */
  busy: boolean;
}

export function togetherView(known: TogetherKnowledge): TogetherView {
  const { asked, reactionsOpen } = known;
  return {
    marks: (tile) => marksOf(tile, known),
    over: over(known),
    buttons: html`${handButton(known)}${reactionsButton(known)}`,
    entries: entriesOf(known),
    pill: pill(known),
    dialog: asked && question(questionOf(asked), known.act),
    busy: reactionsOpen || !!asked,
  };
}

/** A question in its place over everything. */
export const question = (asked: Question, act: TogetherKnowledge['act']): TemplateResult =>
  html`<vr-question exportparts=${QUESTION_PARTS} .question=${asked} @together-action=${act}></vr-question>`;

function marksOf({ id, kind }: PersonTile, { places, reactions: shown }: TogetherKnowledge) {
  const place = id === undefined ? undefined : places.get(id);
  const lanes = id === undefined ? undefined : shown.get(id);
  if (kind === 'screen' || !(place || lanes)) return nothing;
  return html`<vr-marks
    exportparts=${MARK_PARTS}
    .place=${place ?? 0}
    .hands=${places.size}
    .lanes=${lanes ?? []}
  ></vr-marks>`;
}

/** Those who watch a broadcast are on no picture. */
function over({ state, reactions: shown, reactionsOpen, act }: TogetherKnowledge) {
  const { room, you, participants } = state;
  const hasTile = (id: string) =>
    room?.kind !== 'broadcast' ? participants.has(id) : id === you ? mayPublish(state) : state.links.has(id);
  const others = [...shown].filter(([id]) => !hasTile(id));
  return html`${others.map(
    ([, lanes]) => html`<vr-marks class="over" exportparts=${MARK_PARTS} .lanes=${lanes}></vr-marks>`,
  )}${
    reactionsOpen && mayReact(state)
      ? html`<vr-reactions exportparts=${REACTIONS_PARTS} @together-action=${act}></vr-reactions>`
      : nothing
  }`;
}

const mayPublish = (state: SessionState): boolean => !!ownRecord(state)?.rights.publish.length;

/** Whether there is anybody who could see that one's hand is up. */
function mayRaiseHand(state: SessionState): boolean {
  const { room, admitted } = state;
  if (!admitted) return false;
  if (room?.kind === 'call') return !!ownRecord(state)?.inCall;
  return room?.kind === 'meeting' || mayPublish(state) || !!room?.showWatchers;
}

function mayReact(state: SessionState): boolean {
  const own = ownRecord(state);
  return state.admitted && !!own?.rights.publishData && (state.room?.kind !== 'call' || own.inCall);
}

const isUp = ({ state, places }: TogetherKnowledge): boolean => state.you !== undefined && places.has(state.you);

function handButton(known: TogetherKnowledge) {
  if (!mayRaiseHand(known.state)) return nothing;
  return html`<vr-bar-button
    slot="hand"
    exportparts="button, button: hand-button"
    .icon=${handIcon}
    .label=${togetherWords().hand.raise}
    .tip=${isUp(known) ? togetherWords().hand.lower : ''}
    .pressed=${isUp(known)}
    @click=${known.toggleHand}
  ></vr-bar-button>`;
}

function reactionsButton({ state, reactionsOpen, act }: TogetherKnowledge) {
  if (!mayReact(state)) return nothing;
  return html`<vr-bar-button
    slot="reactions"
    exportparts="button, button: reactions-button"
    .icon=${reactIcon}
    .label=${togetherWords().reactions.open}
    .pressed=${reactionsOpen}
    @click=${() => act({ action: { type: 'show-reactions', open: !reactionsOpen } })}
  ></vr-bar-button>`;
}

function entriesOf(known: TogetherKnowledge): (MenuEntry & { id: ControlName })[] {
  const { hand, reactions: words } = togetherWords();
  const entries: (MenuEntry & { id: ControlName })[] = [];
  if (mayRaiseHand(known.state)) {
    entries.push({
      id: 'hand',
      label: hand.raise,
      icon: handIcon,
      keys: 'H',
      checked: isUp(known),
      choose: known.toggleHand,
    });
  }
  if (mayReact(known.state)) {
    const choose = () => known.act({ action: { type: 'show-reactions', open: true } });
    entries.push({ id: 'reactions', label: words.open, icon: reactIcon, choose });
  }
  return entries;
}

function pill({ notice, dismiss }: TogetherKnowledge) {
  if (!notice) return nothing;
  return html`<div class="pill" part="pill together-note">
    ${notice} <button type="button" part="dismiss-button" @click=${dismiss}>${togetherWords().dismiss}</button>
  </div>`;
}

export function questionOf({ source, by }: Asked): Question {
  const { hint, [source]: says } = togetherWords().asked;
  const { yes, no, unnamed } = says;
  return { id: `asked ${source}`, title: by ? says.by(by.name) : unnamed, hint, yes, no, name: by?.name };
}
