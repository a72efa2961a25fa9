/** What is shown of a broadcast: to those who watch, and to those who are, or may go, on air. */
import { html, type TemplateResult } from 'lit';
import { ownRecord } from '../../controllers/calls/own-calls.js';
import { watcherRows } from '../../controllers/calls/people-rows.js';
import type { SessionState } from '../../core/session-state.js';
import type { DeskAction } from '../../events/desk-action.js';
import { words } from '../../text/en.js';
import { callWords } from '../../text/en-calls.js';
import { decimal } from '../../text/formats.js';
import { PEOPLE_PARTS, type Purpose } from '../vr-people/vr-people.js';
import '../vr-people/vr-people.js';
import { WAITING_PARTS, type WaitingView } from '../vr-waiting/vr-waiting.js';
import '../vr-waiting/vr-waiting.js';
import type { DeskKnowledge, DeskView } from './desk-view.js';
import { eyeOffIcon, liveIcon, peopleIcon, screenIcon, stepDownIcon } from './icons.js';

export function broadcastView(known: DeskKnowledge): DeskView {
  const own = ownRecord(known.state);
  return own && own.rights.publish.length > 0 ? onStage(known, own.choices.live) : watching(known);
}

function watching(known: DeskKnowledge): DeskView {
  const { state, wasLive, calls, panelOpen } = known;
  const { broadcast } = callWords();
  const someoneLive = [...state.participants.values()].some(
    ({ choices, rights }) => choices.live && rights.publish.length > 0,
  );
  const watches = ownRecord(state)?.choices.watching;
  const stop = { type: 'toggle-watching' } as const;
  // Whoever moderates sends guests back also without being on stage.
  const moderates = calls.guests.length > 0;
  const guests = {
    panel: moderates && panelOpen ? guestList(known) : undefined,
    bar: moderates ? listButton(known, broadcast.onStage, calls.guests.length) : undefined,
  };
  if (!watches) {
    const buttons = [{ label: broadcast.watch, action: stop, main: true }];
    const view = { icon: eyeOffIcon, title: broadcast.stopped, hint: broadcast.stoppedHint, buttons };
    return { ...guests, cover: cover(known, view) };
  }
  if (state.links.size === 0 && !someoneLive) {
    const title = wasLive ? broadcast.offAir : broadcast.notLive;
    const hint = wasLive ? broadcast.offAirHint : broadcast.notLiveHint;
    return { ...guests, cover: cover(known, { icon: screenIcon, title, hint, pending: true, buttons: [] }) };
  }
  const connecting = html`<div class="pill" part="pill">${words().stage.connecting}</div>`;
  return {
    ...guests,
    bar: html`${button(known, eyeOffIcon, broadcast.stopWatching, stop)}${guests.bar}`,
    pills: state.links.size === 0 ? connecting : undefined,
  };
}

const cover = ({ act }: DeskKnowledge, view: WaitingView): TemplateResult =>
  html`<vr-waiting exportparts=${WAITING_PARTS} .view=${view} @desk-action=${act}></vr-waiting>`;

function onStage(known: DeskKnowledge, live: boolean): DeskView {
  const { state, calls, panelOpen, rate } = known;
  // Invited by somebody else: what ends it is a way back among those who watch.
  const visit = calls.current.find(({ kind, callee }) => kind === 'stage' && callee?.participant === state.you);
  const invites = !visit || ownRecord(state)?.rights.admin;
  const leaveStage =
    visit && button(known, stepDownIcon, callWords().broadcast.leaveStage, { type: 'hang-up', call: visit.id }, true);
  const { watchers } = state.room ?? {};
  const list = listButton(known, callWords().broadcast.list, watchers ?? 0);
  const count =
    watchers === undefined
      ? ''
      : live
        ? callWords().broadcast.watchers(watchers)
        : callWords().broadcast.waiting(watchers);
  const status = live
    ? [callWords().broadcast.onAir, count, rate > 0 ? callWords().broadcast.sends(inWords(rate)) : '']
    : [callWords().broadcast.offAir, count];
  return {
    pills: html`<div class="pill" part="pill broadcast-status">
      <i class="dot ${live ? 'live' : 'still'}"></i>${status.filter(Boolean).join(' · ')}
    </div>`,
    panel: invites && panelOpen ? watcherList(known, watchers ?? 0) : undefined,
    bar: html`${leaveStage ?? liveButton(known, live)}${invites ? list : ''}`,
  };
}

const liveButton = (known: DeskKnowledge, live: boolean): TemplateResult =>
  button(
    known,
    liveIcon,
    live ? callWords().broadcast.goOffAir : callWords().broadcast.goLive,
    { type: 'toggle-live' },
    true,
    !live,
  );

function button(
  { act }: DeskKnowledge,
  icon: TemplateResult,
  label: string,
  action: DeskAction,
  word = false,
  main = false,
): TemplateResult {
  return html`<vr-bar-button
    exportparts="button, badge"
    .icon=${icon}
    .label=${label}
    .word=${word}
    .main=${main}
    .action=${action}
    @desk-action=${act}
  ></vr-bar-button>`;
}

const listButton = ({ act, panelOpen }: DeskKnowledge, label: string, count: number): TemplateResult =>
  html`<vr-bar-button
    exportparts="button, badge"
    .icon=${peopleIcon}
    .label=${label}
    .pressed=${panelOpen}
    .count=${count}
    .action=${{ type: 'toggle-panel' }}
    @desk-action=${act}
  ></vr-bar-button>`;

const watcherList = (known: DeskKnowledge, watchers: number): TemplateResult =>
  peopleList(known, 'stage', emptyOf(known.state, watchers));

const guestList = (known: DeskKnowledge): TemplateResult => peopleList(known, 'guests');

const peopleList = ({ state, act }: DeskKnowledge, purpose: Purpose, empty: { title: string } = { title: '' }) =>
  html`<vr-people
    part="people"
    exportparts=${PEOPLE_PARTS}
    panel
    .purpose=${purpose}
    .rows=${watcherRows(state)}
    .empty=${empty}
    @desk-action=${act}
  ></vr-people>`;

const emptyOf = ({ room }: SessionState, watchers: number) => ({
  title: room?.showWatchers || watchers === 0 ? callWords().broadcast.none : callWords().broadcast.hidden(watchers),
});

/** Bits per second as people say it. */
function inWords(rate: number): string {
  return rate < 950_000 ? `${Math.round(rate / 1000)} kbit/s` : `${decimal(rate / 1e6)} Mbit/s`;
}
