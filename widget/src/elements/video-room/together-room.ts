/**
 * Chat, reactions, raised hands, data messages and moderation as methods and properties of the tag. They ask; what comes
 * of it shows in `messages`, `participants` and the events.
 */
import type {
  ChatRecord,
  ClientMessages,
  Json,
  MediaSource,
  ModerateMessage,
  ParticipantId,
  RoomAccess,
} from '@video-room/protocol';
import type { SessionEvents } from '../../core/session-options.js';
import { PassingEvent } from '../../events/passing.js';
import type { TogetherDesk } from '../together-desk/together-desk.js';
import { CallingRoom } from './calling-room.js';
import { LazyPart } from './lazy-part.js';
import type { VideoRoomElement } from './video-room.js';

/**
 * @fires {ChatMessageEvent} chat-message - Somebody, perhaps oneself, has written something.
 * @fires {ReactionEvent} reaction - Somebody, perhaps oneself, shows an emoji.
 * @fires {ChoiceChangedEvent} hand-changed - One's own hand went up or down.
 * @fires {DataEvent} data - Somebody's page, or the site's backend, says something to this page.
 * @fires {ModeratedEvent} moderated - One was muted, or is asked to unmute, which is cancelable.
 * @csspart hand - On a tile: says that the hand is up, and where it stands if it is not the only one.
 * @csspart reaction - An emoji that is shown for a moment.
 * @csspart hand-button - Raises one's hand, or lowers it.
 * @csspart reactions-button - Offers reactions.
 * @csspart reactions - The card they stand on.
 * @csspart reaction-button - Shows that emoji to all.
 * @csspart together-note - The `pill` that says what somebody who moderates did to one.
 * @csspart question - A `dialog` with two answers.
 * @csspart yes-button - Says yes to it.
 * @csspart no-button - Says no.
 * @csspart people-button - Opens the list of people.
 * @csspart people-list - The list of people in its panel.
 * @csspart person-name - In a row of it (`person`): the name.
 * @csspart person-role - What that person is in the room.
 * @csspart person-status - Says that the connection is being repaired, or failed.
 * @csspart person-menu-button - Opens the menu of that person.
 * @csspart person-menu - That menu, which is a `menu`.
 * @csspart volume-slider - How loud one hears that person.
 * @csspart volume-done-button - Puts that slider away.
 * @csspart people-search - The field that looks for names.
 * @csspart waiting-list - Those who ask to come in.
 * @csspart waiting-person - One of them.
 * @csspart admit-button - Lets that person in.
 * @csspart refuse-button - Declines.
 * @csspart room-controls - For those who moderate: what concerns everybody.
 * @csspart mute-all-button - Mutes all others.
 * @csspart lock-switch - Lets nobody new in.
 * @csspart end-button - Ends the room for all, once that is confirmed.
 */
export abstract class TogetherRoom extends CallingRoom {
  /** What the parts have in common that are loaded later. */
  protected readonly lazily = { bus: this.bus, onChange: () => this.requestUpdate() };
  protected readonly together = new LazyPart<TogetherDesk>({
    ...this.lazily,
    name: 'together desk',
    load: async () => {
      const { TogetherDesk } = await import('../together-desk/together-desk.js');
      return new TogetherDesk(this as unknown as VideoRoomElement, this.session);
    },
  });

  /** What was written that one may read, oldest first. */
  get messages(): readonly ChatRecord[] {
    return this.session.state.messages;
  }

  /** Whether one's own hand is raised. */
  get handRaised(): boolean {
    return !!this.session.choices.handRaised;
  }
  set handRaised(on: boolean) {
    if (on !== this.handRaised) this.session.choose({ handRaised: on });
  }

  /** Raises one's hand or lowers it, or the other of the two. */
  toggleHand(on = !this.handRaised): void {
    this.handRaised = on;
  }

  /** Writes to all who hear one. @param options `to`: to this participant alone. */
  sendChat(text: string, { to }: { to?: ParticipantId } = {}): void {
    this.#ask('chat', { text, to });
  }

  /** Shows an emoji to all for a moment. */
  react(emoji: string): void {
    this.#ask('react', { emoji });
  }

  /** Says something to the pages of the others, as JSON. @param options `to`: to these participants alone. */
  sendData(topic: string, payload: Json, { to }: { to?: ParticipantId[] } = {}): void {
    this.#ask('data', { topic, payload, to });
  }

  /** For those who moderate: turns somebody's source off. */
  mute(participant: ParticipantId, source: MediaSource = 'microphone'): void {
    this.#moderate({ act: 'mute', participant, source });
  }

  /** For those who moderate: turns that source of all others off. */
  muteAll(source: MediaSource = 'microphone'): void {
    this.#moderate({ act: 'mute-all', source });
  }

  /** For those who moderate: asks somebody to turn a source on. */
  askToUnmute(participant: ParticipantId, source: MediaSource = 'microphone'): void {
    this.#moderate({ act: 'ask-to-unmute', participant, source });
  }

  /** For those who moderate: lowers somebody's hand. */
  lowerHand(participant: ParticipantId): void {
    this.#moderate({ act: 'lower-hand', participant });
  }

  /** For those who moderate: removes a person, on all its devices. @param message words for that person. */
  removeParticipant(participant: ParticipantId, message?: string): void {
    this.#moderate({ act: 'remove', participant, message });
  }

  /** For those who moderate: says who may walk in from now on. */
  setAccess(access: RoomAccess): void {
    this.#moderate({ act: 'set-access', access });
  }

  /** For those who moderate: ends the room for all. @param message words for them. */
  endRoom(message?: string): void {
    this.#moderate({ act: 'end', message });
  }

  /** @internal */
  passing(message: SessionEvents['passing']): void {
    const shown = this.dispatchEvent(new PassingEvent(message));
    if (shown && message.type !== 'data' && message.type !== 'token-expiring') {
      void this.together.load().then((desk) => desk?.passing(message));
    }
  }

  #moderate(message: ModerateMessage): void {
    this.#ask('moderate', message);
  }

  #ask<Name extends keyof ClientMessages>(type: Name, payload: ClientMessages[Name]): void {
    void this.session.requests?.ask(type, payload);
  }
}
