/** What the element shows, as a pure function of what it knows. */
import type { DeviceSource } from '@video-room/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { tilesOf } from '../../controllers/people-tiles.js';
import type { RoomDebug } from '../../controllers/room-debug.js';
import type { DeviceState, SessionState } from '../../core/session-state.js';
import type { Action } from '../../events/action-request.js';
import { words } from '../../text/en.js';
import type { DeskView } from '../call-desk/call-desk.js';
import type { DeviceView } from '../device-desk/device-desk.js';
import type { MediaDesk } from '../media-desk/media-desk.js';
import type { PanelView } from '../panel-desk/panel-desk.js';
import { soundIcon } from '../icons.js';
import type { StageLayouts } from '../stage-layouts/stage-layouts.js';
import type { ControlName } from '../vr-bar/controls.js';
import { BAR_PARTS } from '../vr-bar/vr-bar.js';
import type { Notice } from '../vr-notice/vr-notice.js';
import { TILE_PARTS } from '../vr-tile/vr-tile.js';
import type { TogetherView } from '../together-desk/together-desk.js';

export interface RoomView {
  state: SessionState;
  /** What calls, knocking and broadcasts add; `waiting` until that is loaded. */
  desk: DeskView | 'waiting' | undefined;
  /** What sharing screens adds, once loaded. */
  media: MediaDesk | undefined;
  /** What there is of one's own devices beyond their buttons, once that is loaded. */
  devices: DeviceView | undefined;
  devicesOpen: boolean;
  /** What the panels beside the stage add, once that is loaded. */
  panels: PanelView | undefined;
  /** The buttons of the bar that are to be there. */
  controls: ReadonlySet<ControlName>;
  /** Something is open beside the stage. */
  panelOpen: boolean;
  /** Raised hands, reactions, questions of those who moderate, once that is loaded. */
  together: TogetherView | undefined;
  /** The notices, which are loaded when one is to be shown. */
  notice: { ask: () => unknown; failed: boolean };
  prejoin: boolean;
  /** Instead of the Join screen, while it is open and loaded. */
  preflight: TemplateResult | undefined;
  hasToken: boolean;
  ownName: string;
  /** The person has not moved for a while. */
  idle: boolean;
  soundRefused: boolean;
  updateOffered: boolean;
  /** The overlay's element is loaded and shall be shown. */
  debugShown: boolean;
  debugOpen: boolean;
  debug: RoomDebug;
  menuOpen: boolean;
  /** What the stage can do beyond a grid, once that is loaded. */
  layouts: StageLayouts | undefined;
  /** For those who do not see. */
  announcement: string;
  act: (action: Action) => void;
}

/** Names of the parts of a notice, for `exportparts`. */
const NOTICE_PARTS = 'notice, join-button, retry-button, notice-debug-button';

export function roomTemplate(view: RoomView): TemplateResult {
  const { state } = view;
  const { phase, participants } = state;
  const inside = phase === 'joined' || phase === 'reconnecting';
  const together = inside ? view.together : undefined;
  const desk: Partial<DeskView> = typeof view.desk === 'object' ? view.desk : {};
  const cover = view.desk === 'waiting' ? connecting() : desk.cover;
  const open = view.debugOpen || view.devicesOpen || view.menuOpen || view.panelOpen;
  const busy = view.soundRefused || open || cover || desk.dialog || together?.busy;
  return html`<div class="frame" lang=${words().tag} dir=${words().direction}>
    <div class="room" part="room" ?inert=${desk.modal}>
      <div class="body">
        <div class="main" part="main">
          ${stage(view, inside && !cover)}${cover ?? (inside ? nothing : notice(view))}
        </div>
        ${together?.over}
        <div class="pills">
          ${pills(view)}${desk.devices === false ? nothing : view.devices?.pills}${desk.pills}${together?.pill}${view.media?.pill(state)}${view.layouts?.pill}
        </div>
        ${desk.panel ?? (inside ? view.panels?.panel : nothing)}
        <vr-bar
          part="bar"
          exportparts=${BAR_PARTS}
          ?hidden=${!inside && phase !== 'connecting'}
          ?quiet=${view.idle && phase === 'joined' && participants.size > 1 && !busy}
          .microphone=${desk.devices === false ? undefined : switchable('microphone', state)}
          .camera=${desk.devices === false ? undefined : switchable('camera', state)}
          .troubles=${view.devices?.troubles}
          .debugOpen=${view.debugOpen}
          .inCall=${desk.inCall ?? false}
          .menuOpen=${view.menuOpen}
          .controls=${view.controls}
          .news=${view.panels?.news ?? ''}
          ?crowded=${desk.bar}
          ><slot name="toolbar-start" slot="start"></slot
          >${desk.devices === false ? nothing : [view.devices?.button, view.media?.button(state)]}${together?.buttons}${view.panels?.buttons}${desk.bar}<slot
            name="toolbar-end"
          ></slot
          >${view.menuOpen ? view.layouts?.menu([...(view.panels?.entries ?? []), ...(together?.entries ?? []).filter(({ id }) => view.controls.has(id)), ...(view.media?.entries(state) ?? [])], view.controls.has('debug')) : nothing}</vr-bar
        >
      </div>
      ${view.debugShown ? html`<vr-debug part="debug" .debug=${view.debug}></vr-debug>` : nothing}
    </div>
    ${desk.dialog ?? together?.dialog}
    <div class="unseen" role="status">${view.announcement}</div>
  </div>`;
}

/** The device, unless the room does not let one send it. */
function switchable(source: DeviceSource, { you, participants, devices }: SessionState): DeviceState | undefined {
  const rights = you === undefined ? undefined : participants.get(you)?.rights;
  return !rights || rights.publish.includes(source) ? devices[source] : undefined;
}

/** Always there, so that on arrival only the others are new to it. */
function stage({ state, ownName, layouts, together, panelOpen }: RoomView, shown: boolean) {
  const people = tilesOf(state, ownName);
  return html`<vr-stage
    part="stage"
    exportparts="${TILE_PARTS}, ${layouts?.parts ?? ''}"
    ?concealed=${!shown}
    .panelOpen=${panelOpen}
    .arranger=${layouts}
    .marks=${together?.marks}
    .people=${people}
    >${people.map(
      ({ kind, identity, key }) => kind === 'person' && html`<slot name="tile-overlay-${identity}" slot=${key}></slot>`,
    )}</vr-stage
  >`;
}

function notice(view: RoomView) {
  const { state, prejoin, ownName, devices } = view;
  if (view.preflight) return view.preflight;
  if (prejoin && state.phase === 'idle') {
    return html`<slot name="idle">${devices ? devices.prejoin(ownName) : loading(false, view)}</slot>`;
  }
  const shown = noticeOf(view);
  if (!shown) return connecting();
  const element = html`<vr-notice exportparts=${NOTICE_PARTS} .notice=${shown}></vr-notice>`;
  const all = html`${element}${view.notice.ask() ? nothing : loading(view.notice.failed, view)}`;
  return html`<slot name=${shown.kind === 'waiting' ? 'idle' : shown.kind}>${all}</slot>`;
}

const connecting = () =>
  html`<div class="connecting" part="notice" role="status"><i class="spinner"></i>${words().notice.connecting}</div>`;

/** In the place of what is being loaded. One way on is there also when it cannot be. */
const loading = (failed: boolean, { act }: RoomView) =>
  html`<div class="connecting">
    ${
      failed
        ? html`<button class="pill" part="retry-button" @click=${() => act({ type: 'join' })}>
            ${words().notice.retry}
          </button>`
        : html`<i class="spinner"></i>`
    }
  </div>`;

/** Undefined on the way in. */
function noticeOf({ state, hasToken }: RoomView): Notice | undefined {
  const { phase, error, leftReason = 'left', leftMessage } = state;
  if (phase === 'failed') return { kind: 'failed', code: error?.code ?? 'internal' };
  if (phase === 'left') return { kind: 'left', reason: leftReason, message: leftMessage };
  return phase === 'connecting' || hasToken ? undefined : { kind: 'waiting' };
}

function pills({ state, soundRefused, updateOffered, act }: RoomView) {
  const { phase, participants, room } = state;
  return [
    phase === 'reconnecting'
      ? html`<div class="pill" part="pill"><i class="dot"></i>${words().reconnecting}</div>`
      : nothing,
    updateOffered
      ? html`<div class="pill" part="pill" role="status">
          ${words().update.text}
          <button part="reload-button" @click=${() => act({ type: 'reload' })}>${words().update.reload}</button>
          <button part="dismiss-button" @click=${() => act({ type: 'dismiss-update' })}>
            ${words().update.dismiss}
          </button>
        </div>`
      : nothing,
    soundRefused
      ? html`<button class="pill" part="pill sound-button" @click=${() => act({ type: 'play-sound' })}>
          ${soundIcon}${words().sound}
        </button>`
      : nothing,
    phase === 'joined' && participants.size === 1 && room?.kind === 'meeting'
      ? html`<slot name="empty"
          ><div class="pill hint" part="pill">
            <b>${words().stage.alone}</b><span>${words().stage.aloneHint}</span>
          </div></slot
        >`
      : nothing,
  ];
}
