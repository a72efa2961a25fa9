/** What the desk shows, as a pure function of what it knows: the pieces which the element puts in their places. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Outcome } from '../../controllers/calls/outcomes.js';
import { otherOf, ownRecord, type OwnCalls } from '../../controllers/calls/own-calls.js';
import { peopleRows } from '../../controllers/calls/people-rows.js';
import type { SessionState } from '../../core/session-state.js';
import type { DeskActionEvent } from '../../events/desk-action.js';
import { words } from '../../text/en.js';
import { callWords } from '../../text/en-calls.js';
import '../vr-bar-button/vr-bar-button.js';
import '../vr-outcomes/vr-outcomes.js';
import { OUTCOME_PARTS } from '../vr-outcomes/vr-outcomes.js';
import { PEOPLE_PARTS } from '../vr-people/vr-people.js';
import '../vr-people/vr-people.js';
import { REQUEST_PARTS, type RequestView } from '../vr-request/vr-request.js';
import '../vr-request/vr-request.js';
import { broadcastView } from './broadcast-view.js';
import { doorIcon, peopleIcon } from './icons.js';
import { waitingView } from './waiting-view.js';

export interface DeskKnowledge {
  state: SessionState;
  calls: OwnCalls;
  outcomes: readonly Outcome[];
  /** The browser does not let it ring aloud yet. */
  silent: boolean;
  knocksAside: boolean;
  /** The list of people shows them. */
  knocksListed: boolean;
  panelOpen: boolean;
  /** What is sent, in bits per second. */
  rate: number;
  /** There was a picture already. */
  wasLive: boolean;
  knockAgainInS: number;
  act: (event: DeskActionEvent) => void;
}

export interface DeskView {
  /** In the place of the pictures. */
  cover?: TemplateResult | undefined;
  /** Beside the pictures. */
  panel?: TemplateResult | undefined;
  /** Over the pictures. */
  pills?: TemplateResult | undefined;
  /** Further buttons of the bar. */
  bar?: TemplateResult | undefined;
  /** Over everything. */
  dialog?: TemplateResult | undefined;
  /** Nothing else can be used while the dialog is there. */
  modal?: boolean;
  /** Whether the switches of camera and microphone are of use now. */
  devices?: boolean;
  /** Whether the red button ends a call. */
  inCall?: boolean;
}

export function deskView(known: DeskKnowledge): DeskView {
  const { state } = known;
  if (!state.room || !ownRecord(state)) return {};
  if (!state.admitted) return { cover: waitingView(known), devices: false };
  return { ...kindOf(known), ...dialogOf(known) };
}

function kindOf(known: DeskKnowledge): DeskView {
  switch (known.state.room?.kind) {
    case 'call':
      return callView(known);
    case 'broadcast':
      return withPills(broadcastView(known), known);
    case 'meeting':
    case undefined:
      return { pills: pillsOf(known) };
  }
}

function callView(known: DeskKnowledge): DeskView {
  const { state, calls, panelOpen, act } = known;
  const inCall = calls.current.length > 0;
  if (!inCall) {
    const cover = html`<slot name="people">${people(known, false, outcomes(known))}</slot>`;
    return { cover, devices: false, inCall, pills: asidePill(known) };
  }
  const connecting =
    state.links.size === 0 ? html`<div class="pill" part="pill">${words().stage.connecting}</div>` : nothing;
  return {
    inCall,
    pills: html`${connecting}${pillsOf(known)}`,
    panel: panelOpen ? people(known, true) : undefined,
    bar: html`<vr-bar-button
      exportparts="button, badge"
      .icon=${peopleIcon}
      .label=${callWords().people.show}
      .pressed=${panelOpen}
      .action=${{ type: 'toggle-panel' }}
      @desk-action=${act}
    ></vr-bar-button>`,
  };
}

const withPills = (view: DeskView, known: DeskKnowledge): DeskView => ({
  ...view,
  pills: html`${view.pills}${pillsOf(known)}`,
});

const people = (
  { state, act }: DeskKnowledge,
  panel: boolean,
  notes: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<vr-people
    part="people"
    exportparts=${PEOPLE_PARTS}
    ?panel=${panel}
    .rows=${peopleRows(state)}
    .available=${!ownRecord(state)?.choices.doNotDisturb}
    .empty=${{ title: callWords().people.none, hint: callWords().people.noneHint }}
    @desk-action=${act}
    >${notes}</vr-people
  >`;

const pillsOf = (known: DeskKnowledge) => html`${asidePill(known)}${outcomes(known)}`;

const outcomes = ({ outcomes: shown, act }: DeskKnowledge) =>
  shown.length > 0
    ? html`<vr-outcomes exportparts=${OUTCOME_PARTS} .outcomes=${shown} @desk-action=${act}></vr-outcomes>`
    : nothing;

/** Knocks that were put aside for later. */
function asidePill({ calls: { knocks }, knocksAside, knocksListed, act }: DeskKnowledge): TemplateResult {
  if (!knocksAside || knocksListed || knocks.length === 0) return html``;
  return html`<vr-bar-button
    class="aside"
    exportparts="button: pill"
    .icon=${doorIcon}
    .label=${callWords().knock.aside(knocks.length)}
    .word=${true}
    .action=${{ type: 'put-aside', aside: false }}
    @desk-action=${act}
  ></vr-bar-button>`;
}

function dialogOf(known: DeskKnowledge): Pick<DeskView, 'dialog' | 'modal'> {
  const request = requestOf(known);
  if (!request) return {};
  return {
    modal: request.kind !== 'knocks',
    dialog: html`<vr-request exportparts=${REQUEST_PARTS} .request=${request} @desk-action=${known.act}></vr-request>`,
  };
}

/** Being called goes before calling, and both before who waits at the door. */
function requestOf({ state, calls, silent, knocksAside, knocksListed }: DeskKnowledge): RequestView | undefined {
  const [incoming] = calls.incoming;
  if (incoming) {
    const { id, kind, video, caller } = incoming;
    return { kind: 'incoming', call: id, name: caller.name, video, stage: kind === 'stage', silent };
  }
  const outgoing = calls.outgoing.find(({ kind }) => kind === 'ring');
  if (outgoing) {
    return { kind: 'outgoing', call: outgoing.id, name: otherOf(outgoing, ownRecord(state)).name };
  }
  if (knocksAside || knocksListed || calls.knocks.length === 0) return undefined;
  const knocks = calls.knocks.map(({ id, caller, createdAt }) => ({ call: id, name: caller.name, since: createdAt }));
  return { kind: 'knocks', knocks };
}
