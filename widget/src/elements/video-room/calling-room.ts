/**
 * Calls, knocking and broadcasts as methods and properties of the tag. They ask; what comes of it shows in `calls`,
 * `participants` and the events. What is shown of it all is loaded when it is needed (lazy-part.ts).
 */
import { LogBus } from '@video-room/log';
import type { CallId, CallRecord, Choices, ParticipantRecord } from '@video-room/protocol';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { SessionController, type SessionListener } from '../../controllers/session-controller.js';
import type { VideoRoomError } from '../../core/errors.js';
import type { CallOptions } from '../../core/room-requests.js';
import type { SessionEvents } from '../../core/session-options.js';
import type { SessionPhase } from '../../core/session-state.js';
import { RoomAttributes } from './room-attributes.js';

/**
 * @fires {CallRequestEvent} call-request - Cancelable. Somebody calls, or asks one to come on stage.
 * @fires {CallChangedEvent} call-changed - A call, a knock or an invitation began or became something else.
 * @fires {KnockEvent} knock - Cancelable. Somebody asks to be let in; told to those who moderate.
 * @fires {ChoiceChangedEvent} live-changed - One went on air or off.
 * @fires {ChoiceChangedEvent} watching-changed - One began or stopped to watch.
 * @fires {ChoiceChangedEvent} do-not-disturb-changed - One takes calls, or does not.
 * @slot people - Replaces the list of people one may call.
 * @csspart broadcast-status - The `pill` that says whether one is on air.
 * @csspart people - The list of people to call, or who watch.
 * @csspart person - A row of it.
 * @csspart call-button - Calls that person, or invites on stage.
 * @csspart availability-switch - Whether one takes calls.
 * @csspart panel-close-button - Closes the list where it is beside the pictures.
 * @csspart dialog - The card of being called, of calling, and of who asks to come in.
 * @csspart accept-button - Accepts, or lets in.
 * @csspart accept-sound-button - Accepts with sound only.
 * @csspart decline-button - Declines.
 * @csspart decline-with-message-button - Opens the field for words to that.
 * @csspart cancel-button - Takes one's own call back.
 * @csspart message-field - Takes words for the other.
 * @csspart message-cancel-button - Closes that field.
 * @csspart later-button - Puts those who ask to come in aside.
 * @csspart outcome - A line that says what became of a call.
 * @csspart call-again-button - Calls that person again.
 * @csspart waiting - What is shown while one waits to be let in, or for a broadcast.
 * @csspart waiting-button - A button of it.
 * @csspart badge - A number on a button.
 * @cssState waiting - To be let in.
 */
export abstract class CallingRoom extends RoomAttributes implements SessionListener {
  static override properties: PropertyDeclarations = {
    doNotDisturb: { type: Boolean, attribute: 'do-not-disturb' },
    callsAddUp: { type: Boolean, attribute: 'calls-add-up' },
  };

  /** In a call, others may call and be called into it; otherwise they are told that one is busy. */
  callsAddUp = false;

  protected readonly bus = new LogBus();
  protected readonly session = new SessionController(this, this.bus);

  /** Where one stands with the room. */
  get state(): SessionPhase {
    return this.session.state.phase;
  }

  /** Everybody in the room one may see, oneself included, in the order they came. */
  get participants(): ParticipantRecord[] {
    return [...this.session.state.participants.values()];
  }

  /** Oneself, once in the room. */
  get localParticipant(): ParticipantRecord | undefined {
    const { you, participants } = this.session.state;
    return you === undefined ? undefined : participants.get(you);
  }

  /** Why joining failed, while `state` is `failed`. */
  get error(): VideoRoomError | undefined {
    return this.session.state.error;
  }

  /** One's own calls, knocks and invitations, those that are over, too; for those who moderate also who knocks and who is on stage. */
  get calls(): CallRecord[] {
    return [...this.session.state.calls.values()];
  }

  /** Broadcasts, for those who may publish: how many watch. */
  get watchers(): number | undefined {
    return this.session.state.room?.watchers;
  }

  /** Whether calls are answered with `busy` without ringing. */
  get doNotDisturb(): boolean {
    return !!this.session.choices.doNotDisturb;
  }
  set doNotDisturb(on: boolean) {
    this.#choose('doNotDisturb', on);
  }

  /** Broadcasts: whether one is on air. Counts only for those who may publish. */
  get live(): boolean {
    return !!this.session.choices.live;
  }
  set live(on: boolean) {
    this.#choose('live', on);
  }

  /** Broadcasts: whether one asks for the pictures of those on air. */
  get watching(): boolean {
    return this.session.choices.watching ?? true;
  }
  set watching(on: boolean) {
    this.#choose('watching', on);
  }

  /** Turns being undisturbed on or off, or to the other of the two. */
  toggleDoNotDisturb(on = !this.doNotDisturb): void {
    this.doNotDisturb = on;
  }

  /** Goes on air or off, or to the other of the two. */
  toggleLive(on = !this.live): void {
    this.live = on;
  }

  /** Watches or stops watching, or the other of the two. */
  toggleWatching(on = !this.watching): void {
    this.watching = on;
  }

  /** Rooms of kind `call`: calls a person, on all devices. The own devices open. */
  call(identity: string, options?: CallOptions): void {
    this.session.requests?.call(identity, options);
  }

  /** Accepts being called, or being asked on stage. The own devices open. */
  accept(callId: CallId, options?: CallOptions): void {
    this.session.requests?.accept(callId, options);
  }

  /** Declines being called. @param reason words for the caller. */
  decline(callId: CallId, reason?: string): void {
    this.session.requests?.answer(callId, false, reason);
  }

  /** Takes back a call of one's own that nobody has answered. */
  cancel(callId: CallId): void {
    this.session.requests?.hangUp(callId);
  }

  /** Ends one's part in a call, or sends somebody back from the stage. */
  hangUp(callId: CallId): void {
    this.session.requests?.hangUp(callId);
  }

  /** Lets somebody in who knocks. @param message words for that person. */
  admit(callId: CallId, message?: string): void {
    this.session.requests?.answer(callId, true, message);
  }

  /** Does not let somebody in who knocks. @param message words for that person. */
  declineKnock(callId: CallId, message?: string): void {
    this.session.requests?.answer(callId, false, message);
  }

  /** Asks to be let in once more, after having been declined. */
  knock(): void {
    this.session.requests?.knock();
  }

  /** Broadcasts: asks a watcher to come on stage. */
  inviteToStage(identity: string): void {
    this.session.requests?.invite(identity);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('callsAddUp') && this.callsAddUp !== !!this.session.choices.addUp) {
      this.session.choose({ addUp: this.callsAddUp });
    }
  }

  /** @internal */
  abstract sessionChanged(change: SessionEvents['state']): void;
  /** @internal */
  abstract serverChanged(change: SessionEvents['server-changed']): void;
  /** @internal */
  abstract passing(message: SessionEvents['passing']): void;
  /** @internal */
  abstract refused(error: VideoRoomError): void;

  #choose(choice: Exclude<keyof Choices, 'handRaised'>, on: boolean): void {
    if (on !== this[choice === 'addUp' ? 'callsAddUp' : choice]) this.session.choose({ [choice]: on });
  }
}
