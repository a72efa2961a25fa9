/**
 * What rooms with calls, knocking or broadcasts add to the element: events, dialogs, lists, ringing, and what is measured
 * while on air. Loaded when a room turns out to be one (video-room/video-room.ts). Follows the session's state; what is
 * asked goes through the element's own public methods.
 */
import { LIMITS, type CallId } from '@video-room/protocol';
import { CallAlerts, wordsOf } from '../../controllers/calls/call-alerts.js';
import { callEvents, callSteps, choiceEvents, type CallEvent } from '../../controllers/calls/call-changes.js';
import { DoorTally } from '../../controllers/calls/door-tally.js';
import { outcomeOf, type Outcome } from '../../controllers/calls/outcomes.js';
import { ownCalls, ownRecord, type OwnCalls } from '../../controllers/calls/own-calls.js';
import { rememberTold, wasTold } from '../../controllers/calls/seen-calls.js';
import type { VideoRoomError } from '../../core/errors.js';
import type { SessionEvents } from '../../core/session-options.js';
import { INITIAL_STATE, type SessionState } from '../../core/session-state.js';
import { Uplink } from '../../core/stats/uplink.js';
import { CallChangedEvent } from '../../events/call-changed.js';
import { CallRequestEvent } from '../../events/call-request.js';
import type { DeskAction, DeskActionEvent } from '../../events/desk-action.js';
import { errorText } from '../../text/en-errors.js';
import { callWords } from '../../text/en-calls.js';
import type { VideoRoomElement } from '../video-room/video-room.js';
import { deskView, type DeskView } from './desk-view.js';

export type { DeskView };
export type DeskHost = VideoRoomElement;

/** Outcomes shown at a time; older ones make room. */
const OUTCOMES_SHOWN = 3;

export class CallDesk {
  readonly #host: DeskHost;
  readonly #alerts: CallAlerts;
  readonly #uplink: Uplink;
  readonly #door = new DoorTally();
  /** Calls and knocks which the page answers by itself. */
  readonly #replaced = new Set<CallId>();
  #state: SessionState = INITIAL_STATE;
  #outcomes: readonly Outcome[] = [];
  #knocksAside = false;
  /** In bits per second. */
  #rate = 0;
  #wasLive = false;
  #declined: { id: CallId; at: number } | undefined;
  #countdown: ReturnType<typeof setInterval> | undefined;

  readonly #acts: { readonly [Type in DeskAction['type']]: (action: Extract<DeskAction, { type: Type }>) => void } = {
    call: ({ identity, video }) => {
      this.#outcomes = this.#outcomes.filter(({ again }) => again?.identity !== identity);
      this.#host.call(identity, { video });
    },
    accept: ({ call, video }) => this.#host.accept(call, { video }),
    decline: ({ call, reason }) => this.#host.decline(call, reason),
    'hang-up': ({ call }) => this.#host.hangUp(call),
    admit: ({ calls, message }) => {
      this.#door.ask(calls, true);
      calls.forEach((call) => this.#host.admit(call, message));
    },
    'decline-knock': ({ calls, message }) => {
      this.#door.ask(calls, false);
      calls.forEach((call) => this.#host.declineKnock(call, message));
    },
    knock: () => this.#host.knock(),
    invite: ({ identity }) => this.#host.inviteToStage(identity),
    'put-aside': ({ aside }) => {
      this.#knocksAside = aside;
      this.#alert();
    },
    dismiss: ({ id }) => (this.#outcomes = this.#outcomes.filter((outcome) => outcome.id !== id)),
    'toggle-do-not-disturb': () => this.#host.toggleDoNotDisturb(),
    'toggle-live': () => this.#host.toggleLive(),
    'toggle-watching': () => this.#host.toggleWatching(),
    'toggle-panel': () => this.#host.togglePanel('people'),
    leave: () => this.#host.leave(),
  };

  constructor(host: DeskHost) {
    this.#host = host;
    this.#alerts = new CallAlerts(() => host.requestUpdate());
    this.#uplink = new Uplink({
      senders: () => host.senders(),
      onRate: (rate) => {
        this.#rate = rate;
        host.requestUpdate();
      },
    });
  }

  /** A step of the session. */
  changed({ state, previous }: SessionEvents['state']): void {
    this.#state = state;
    if (!state.room) this.#reset();
    const steps = callSteps(previous, state);
    for (const event of callEvents(steps, state)) this.#tell(event);
    for (const event of choiceEvents(previous, state)) this.#host.dispatchEvent(event);
    for (const step of steps) {
      const outcome = outcomeOf(step, state);
      if (outcome && !(outcome.missed && wasTold(outcome.id))) this.#note(outcome);
    }
    const door = this.#door.result(state);
    if (door) this.#note(door);
    this.#wasLive ||= state.room?.kind === 'broadcast' && state.links.size > 0;
    this.#sayWhatShows(previous);
    this.#watchKnock();
    this.#watchUplink();
    this.#alert();
  }

  refused({ code }: VideoRoomError): void {
    const { title, hint } = errorText(code);
    this.#note({ id: `refused ${code}`, text: `${title}. ${hint}` });
    this.#host.requestUpdate();
  }

  /** Ends one's part in the call that goes on: the server takes one out of all that were joined into it. */
  hangUp(): void {
    for (const { id, kind } of ownCalls(this.#state).current) if (kind === 'ring') this.#host.hangUp(id);
  }

  view(state: SessionState): DeskView {
    return deskView({
      state,
      calls: this.#shown(ownCalls(state)),
      outcomes: this.#outcomes,
      silent: this.#alerts.silent,
      knocksAside: this.#knocksAside,
      knocksListed: this.#host.panel === 'people',
      panelOpen: this.#host.panel === 'people',
      rate: this.#rate,
      wasLive: this.#wasLive,
      knockAgainInS: this.#knockAgainInS(),
      act: this.#act,
    });
  }

  readonly #act = ({ action }: DeskActionEvent): void => {
    (this.#acts[action.type] as (action: DeskAction) => void)(action);
    this.#host.requestUpdate();
  };

  #tell(event: CallEvent): void {
    const shown = this.#host.dispatchEvent(event);
    if (event instanceof CallChangedEvent) return;
    if (!shown) this.#replaced.add(event.call.id);
    else this.#host.announce(wordsOf(event.call), 'vr-request');
    // Whoever is new is shown, whatever was put aside.
    if (shown && !(event instanceof CallRequestEvent)) this.#knocksAside = false;
  }

  #note(outcome: Outcome): void {
    if (outcome.missed) rememberTold(outcome.id);
    const others = this.#outcomes.filter(({ id }) => id !== outcome.id);
    this.#outcomes = [...others, outcome].slice(-OUTCOMES_SHOWN);
    this.#host.announce([outcome.text, outcome.reason].filter(Boolean).join(': '));
  }

  /** Without what the page shows by itself. */
  #shown(calls: OwnCalls): OwnCalls {
    const ours = ({ id }: { id: CallId }) => !this.#replaced.has(id);
    return { ...calls, incoming: calls.incoming.filter(ours), knocks: calls.knocks.filter(ours) };
  }

  #alert(): void {
    const { incoming, knocks } = this.#shown(ownCalls(this.#state));
    const { ringTone, notifications } = this.#host;
    const sound = ringTone.toLowerCase() !== 'off';
    this.#alerts.show(incoming, this.#knocksAside ? [] : knocks, { sound, notifications });
  }

  /** What is plain to see has to be heard, too. */
  #sayWhatShows(previous: SessionState): void {
    const { phase, room, links } = this.#state;
    if (phase === 'waiting' && previous.phase === 'connecting')
      this.#host.announce(callWords().waiting.title, 'vr-waiting');
    if (room?.kind !== 'broadcast' || ownRecord(this.#state)?.rights.publish.length) return;
    const { onAir, offAir } = callWords().broadcast;
    if (!links.size !== !previous.links.size) this.#host.announce(links.size > 0 ? onAir : offAir);
  }

  /** Counts down until one may knock again. By this page's clock: the server's may show another time. */
  #watchKnock(): void {
    const { ownKnock } = ownCalls(this.#state);
    if (ownKnock?.state !== 'declined') {
      this.#declined = undefined;
      clearInterval(this.#countdown);
    } else if (this.#declined?.id !== ownKnock.id) {
      this.#declined = { id: ownKnock.id, at: Date.now() };
      this.#host.announce([callWords().waiting.declined, ownKnock.reason].filter(Boolean).join(': '));
      clearInterval(this.#countdown);
      this.#countdown = setInterval(() => {
        if (this.#knockAgainInS() === 0) clearInterval(this.#countdown);
        this.#host.requestUpdate();
      }, 1000);
    }
  }

  #knockAgainInS(): number {
    if (!this.#declined) return 0;
    return Math.max(0, Math.ceil((this.#declined.at + LIMITS.knockAgainMs - Date.now()) / 1000));
  }

  #watchUplink(): void {
    if (this.#state.room?.kind === 'broadcast' && ownRecord(this.#state)?.choices.live) return this.#uplink.start();
    this.#uplink.stop();
    this.#rate = 0;
  }

  #reset(): void {
    this.#replaced.clear();
    this.#outcomes = [];
    this.#knocksAside = this.#wasLive = false;
  }
}
