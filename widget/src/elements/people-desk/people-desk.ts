/**
 * The list of people in its panel. Loaded when that is opened (panel-desk/people-side.ts). Shows the session's state; what is
 * asked goes through the element's own public methods.
 */
import type { ParticipantId, RoomAccess } from '@video-room/protocol';
import { html, type TemplateResult } from 'lit';
import { ownCalls, ownRecord } from '../../controllers/calls/own-calls.js';
import type { SessionController } from '../../controllers/session-controller.js';
import { listPeople } from '../../controllers/together/people-list.js';
import type { PeopleAction, PeopleActionEvent } from '../../events/people-action.js';
import { words } from '../../text/en.js';
import type { VideoRoomElement } from '../video-room/video-room.js';
import { PEOPLE_PANEL_PARTS } from '../vr-people-panel/vr-people-panel.js';
import '../vr-people-panel/vr-people-panel.js';
import type { PeopleView } from './people-view.js';

/** What the chat offers here. */
export interface Writing {
  mayWriteTo: (id: ParticipantId) => boolean;
  /** Opens it for that person alone. */
  writeTo: (id: ParticipantId) => void;
}

export class PeopleDesk {
  readonly #host: VideoRoomElement;
  readonly #session: Pick<SessionController, 'state'>;
  readonly #writing: Writing;
  /** Who might walk in before the room was locked. Not knowing better, newcomers ask. */
  #unlocked: RoomAccess = 'knock';

  readonly #acts: { readonly [Type in PeopleAction['type']]: (action: Extract<PeopleAction, { type: Type }>) => void } =
    {
      pin: ({ id }) => this.#host.pin(id),
      volume: ({ id, volume }) => this.#host.setVolume(id, volume),
      write: ({ id }) => this.#writing.writeTo(id),
      mute: ({ id, source }) => this.#host.mute(id, source),
      'ask-to-unmute': ({ id, source }) => this.#host.askToUnmute(id, source),
      'lower-hand': ({ id }) => this.#host.lowerHand(id),
      remove: ({ id }) => this.#host.removeParticipant(id),
      'mute-all': () => this.#host.muteAll(),
      'set-access': ({ access }) => this.#host.setAccess(access),
      end: () => this.#host.endRoom(),
      admit: ({ call }) => this.#host.admit(call),
      decline: ({ call }) => this.#host.declineKnock(call),
    };

  constructor(host: VideoRoomElement, session: Pick<SessionController, 'state'>, writing: Writing) {
    this.#host = host;
    this.#writing = writing;
    this.#session = session;
    this.changed();
  }

  /** A step of the session. */
  changed(): void {
    const { access } = this.#session.state.room ?? {};
    if (access && access !== 'closed') this.#unlocked = access;
  }

  get body(): TemplateResult {
    return html`<vr-people-panel
      exportparts=${PEOPLE_PANEL_PARTS}
      .view=${this.#view}
      @people-action=${this.#act}
    ></vr-people-panel>`;
  }

  get #view(): PeopleView {
    const { state } = this.#session;
    const { compare } = new Intl.Collator(words().tag);
    const moderates = ownRecord(state)?.rights.admin && state.phase === 'joined';
    return {
      people: listPeople(state, { compare, mayWriteTo: (id) => this.#writing.mayWriteTo(id) }),
      pinned: this.#host.pinned,
      volumeOf: (id) => this.#host.volumeOf(id),
      waiting: ownCalls(state).knocks.map(({ id, caller }) => ({ call: id, name: caller.name })),
      moderating: moderates && state.room ? { access: state.room.access, unlocked: this.#unlocked } : undefined,
    };
  }

  readonly #act = ({ action }: PeopleActionEvent): void => {
    (this.#acts[action.type] as (action: PeopleAction) => void)(action);
    this.#host.requestUpdate();
  };
}
