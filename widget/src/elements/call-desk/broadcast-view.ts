/** What is shown of a broadcast: to those who watch, and to those who are, or may go, on air. */
import { html, type TemplateResult } from 'lit';
import { ownRecord } from '../../controllers/calls/own-calls.js';
import { watcherRows } from '../../controllers/calls/people-rows.js';
import type { SessionState } from '../../core/session-state.js';
import type { DeskAction } from '../../events/desk-action.js';
import { words } from '../../text/en.js';
import { callWords } from '../../text/en-calls.js';
import { PEOPLE_PARTS } from '../vr-people/vr-people.js';
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
  const { state, wasLive } = known;
  const someoneLive = [...state.participants.values()].some(
    ({ choices, rights }) => choices.live && rights.publish.length > 0,
  );
  const watches = ownRecord(state)?.choices.watching;
  const stop = { type: 'toggle-watching' } as const;
  if (!watches) {
    const buttons = [{ label: callWords().broadcast.watch, action: stop, main: true }];
    return {
      cover: cover(known, {
        icon: eyeOffIcon,
        title: callWords().broadcast.stopped,
        hint: callWords().broadcast.stoppedHint,
        buttons,
      }),
    };
  }
  if (state.links.size === 0 && !someoneLive) {
    const title = wasLive ? callWords().broadcast.offAir : callWords().broadcast.notLive;
    const hint = wasLive ? callWords().broadcast.offAirHint : callWords().broadcast.notLiveHint;
    return { cover: cover(known, { icon: screenIcon, title, hint, pending: true, buttons: [] }) };
  }
  const connecting = html`<div class="pill" part="pill">${words().stage.connecting}</div>`;
  return {
    bar: button(known, eyeOffIcon, callWords().broadcast.stopWatching, stop),
    pills: state.links.size === 0 ? connecting : undefined,
  };
}

const cover = ({ act }: DeskKnowledge, view: WaitingView): TemplateResult =>
  html`<vr-waiting exportparts=${WAITING_PARTS} .view=${view} @desk-action=${act}></vr-waiting>`;

function onStage(known: DeskKnowledge, live: boolean): DeskView {
  const { state, calls, panelOpen, rate } = known;
  // Invited by somebody else: what ends it is a way back among those who watch.
  const visit = calls.current.find(({ kind, callee }) => kind === 'stage' && callee?.participant === state.you);
  const leaveStage =
    visit && button(known, stepDownIcon, callWords().broadcast.leaveStage, { type: 'hang-up', call: visit.id }, true);
  const { watchers } = state.room ?? {};
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
    panel: panelOpen ? watcherList(known, watchers ?? 0) : undefined,
    bar: html`${leaveStage ?? liveButton(known, live)}${visit ? '' : listButton(known, watchers ?? 0)}`,
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

const listButton = ({ act, panelOpen }: DeskKnowledge, watchers: number): TemplateResult =>
  html`<vr-bar-button
    exportparts="button, badge"
    .icon=${peopleIcon}
    .label=${callWords().broadcast.list}
    .pressed=${panelOpen}
    .count=${watchers}
    .action=${{ type: 'toggle-panel' }}
    @desk-action=${act}
  ></vr-bar-button>`;

const watcherList = ({ state, act }: DeskKnowledge, watchers: number): TemplateResult =>
  html`<vr-people
    part="people"
    exportparts=${PEOPLE_PARTS}
    panel
    .purpose=${'stage'}
    .rows=${watcherRows(state)}
    .empty=${emptyOf(state, watchers)}
    @desk-action=${act}
  ></vr-people>`;

const emptyOf = ({ room }: SessionState, watchers: number) => ({
  title: room?.showWatchers || watchers === 0 ? callWords().broadcast.none : callWords().broadcast.hidden(watchers),
});

/** Bits per second as people say it. */
function inWords(rate: number): string {
  return rate < 950_000 ? `${Math.round(rate / 1000)} kbit/s` : `${(rate / 1e6).toFixed(1)} Mbit/s`;
}
