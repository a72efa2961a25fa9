/**
 * Raised hands, reactions, and what those who moderate do to one or ask of one, as the element shows and tells them. Loaded
 * once one is in a room. Follows the session's state; what is asked goes through the element's own public methods.
 */
import type { Speaker } from '@video-room/protocol';
import { handPlaces, handsThatWentUp } from '../../controllers/together/hands.js';
import type { SessionController } from '../../controllers/session-controller.js';
import { Reactions } from '../../controllers/together/reactions.js';
import type { VideoRoomError } from '../../core/errors.js';
import type { PassingMessage } from '../../core/room-connection-options.js';
import type { SessionEvents } from '../../core/session-options.js';
import type { SessionState } from '../../core/session-state.js';
import type { TogetherAction, TogetherActionEvent } from '../../events/together-action.js';
import { errorText } from '../../text/en-errors.js';
import { togetherWords } from '../../text/en-together.js';
import type { VideoRoomElement } from '../video-room/video-room.js';
import { askedSource, isNeeded, type Asked } from './asked.js';
import { questionOf, togetherView, type TogetherView } from './together-view.js';

export type { TogetherView };
export type TogetherHost = Pick<
  VideoRoomElement,
  | 'announce'
  | 'renderRoot'
  | 'react'
  | 'requestUpdate'
  | 'toggleHand'
  | 'toggleMicrophone'
  | 'toggleCamera'
  | 'toggleScreenShare'
>;

const NOTICE_FOR_MS = 8_000;

export class TogetherDesk {
  readonly #host: TogetherHost;
  readonly #session: Pick<SessionController, 'state' | 'requests'>;
  readonly #reactions: Reactions;
  #asked: Asked | undefined;
  #reactionsOpen = false;
  #notice = '';
  #noticeTimer: ReturnType<typeof setTimeout> | undefined;

  readonly #acts: {
    readonly [Type in TogetherAction['type']]: (action: Extract<TogetherAction, { type: Type }>) => void;
  } = {
    react: ({ emoji }) => this.#host.react(emoji),
    'show-reactions': ({ open, takeFocusBack }) => {
      this.#reactionsOpen = open;
      if (takeFocusBack) this.#host.renderRoot.querySelector('vr-bar')?.focusOn('reactions');
    },
    answer: ({ yes }) => this.#answer(yes),
  };

  constructor(host: TogetherHost, session: Pick<SessionController, 'state' | 'requests'>) {
    this.#host = host;
    this.#session = session;
    this.#reactions = new Reactions(() => host.requestUpdate());
  }

  /** A step of the session. */
  changed({ state, previous }: SessionEvents['state']): void {
    const { raised, lowered } = togetherWords().hand;
    for (const { name } of handsThatWentUp(previous, state)) this.#host.announce(raised(name));
    // One's own wish is still what it was when somebody else has done it.
    const byOneself = this.#session.requests?.choices.handRaised === false;
    if (isUp(previous) && !isUp(state) && state.phase === 'joined' && !byOneself) this.#tell(lowered);
    if (this.#asked && !isNeeded(this.#asked, state)) this.#asked = undefined;
    if (state.phase !== 'joined' && state.phase !== 'reconnecting') this.#reset();
  }

  /** What lasts no longer than it takes to say. */
  passing(message: PassingMessage): void {
    if (message.type === 'reaction') this.#react(message.payload.from, message.payload.emoji);
    if (message.type !== 'moderated') return;
    const { act, source, by } = message.payload;
    if (act === 'mute') {
      const { unnamed, by: byPerson } = togetherWords().muted[source];
      this.#tell(by ? byPerson(by.name) : unnamed);
    } else this.#ask({ source: askedSource(source), by });
    this.#host.requestUpdate();
  }

  /** What the server did not let one do. */
  refused({ code }: VideoRoomError): void {
    const { title, hint } = errorText(code);
    this.#tell(`${title}. ${hint}`);
  }

  view(state: SessionState): TogetherView {
    return togetherView({
      state,
      places: handPlaces(state),
      reactions: this.#reactions.shown,
      reactionsOpen: this.#reactionsOpen,
      asked: this.#asked,
      notice: this.#notice,
      toggleHand: () => this.#host.toggleHand(),
      dismiss: () => this.#tell(''),
      act: this.#act,
    });
  }

  readonly #act = ({ action }: Pick<TogetherActionEvent, 'action'>): void => {
    (this.#acts[action.type] as (action: TogetherAction) => void)(action);
    this.#host.requestUpdate();
  };

  #react({ participant, identity, name }: Speaker, emoji: string): void {
    const isNew = this.#reactions.show(participant ?? identity, emoji);
    if (isNew && participant !== this.#session.state.you)
      this.#host.announce(togetherWords().reactions.reacted(name, emoji));
  }

  #ask(asked: Asked): void {
    if (!isNeeded(asked, this.#session.state)) return;
    this.#asked = asked;
    this.#host.announce(questionOf(asked).title, 'vr-question');
  }

  /** Within a click: only now a device may open. */
  #answer(yes: boolean): void {
    const source = this.#asked?.source;
    this.#asked = undefined;
    if (!yes) return;
    if (source === 'microphone') this.#host.toggleMicrophone(true);
    else if (source === 'camera') this.#host.toggleCamera(true);
    else if (source === 'screen') this.#host.toggleScreenShare(true);
  }

  #tell(notice: string): void {
    this.#notice = notice;
    if (notice) this.#host.announce(notice);
    clearTimeout(this.#noticeTimer);
    if (notice) this.#noticeTimer = setTimeout(() => this.#tell(''), NOTICE_FOR_MS);
    this.#host.requestUpdate();
  }

  #reset(): void {
    this.#reactions.clear();
    this.#asked = undefined;
    this.#reactionsOpen = false;
    this.#notice = '';
    clearTimeout(this.#noticeTimer);
  }
}

const isUp = ({ you, participants }: SessionState): boolean =>
  you !== undefined && !!participants.get(you)?.choices.handRaised;
