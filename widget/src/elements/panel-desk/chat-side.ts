/**
 * The chat, as one of the panels: counts and tells what is written while it is closed, keeps what one was writing, sends
 * it. What is shown when it is open is loaded then (vr-chat/).
 */
import type { ChatMessage, ChatRecord, MessageId, ParticipantId } from '@video-room/protocol';
import { html, type TemplateResult } from 'lit';
import { isOwn } from '../../controllers/chat/message-groups.js';
import { recipients, type Recipient } from '../../controllers/chat/recipients.js';
import type { SessionController } from '../../controllers/session-controller.js';
import type { VideoRoomErrorCode } from '../../core/errors.js';
import type { SessionEvents } from '../../core/session-options.js';
import type { SessionState } from '../../core/session-state.js';
import { newMessages } from '../../events/changes.js';
import type { ChatAction, ChatActionEvent } from '../../events/chat-action.js';
import { RoomErrorEvent } from '../../events/error.js';
import { UnreadChangedEvent } from '../../events/unread-changed.js';
import { panelWords } from '../../text/en-panels.js';
import { LazyPart } from '../video-room/lazy-part.js';
import type { ChatView } from '../vr-chat/vr-chat.js';
import { chatIcon } from './icons.js';
import { isSame, type LostReply } from './lost-reply.js';
import { MessageNews } from './message-news.js';
import type { Lazily, PanelHost } from './panel-desk.js';
import type { SidePanel } from './side-panel.js';
import { steadyView } from './steady-view.js';

export class ChatSide implements SidePanel {
  readonly icon = chatIcon;
  readonly #host: PanelHost;
  readonly #session: Pick<SessionController, 'state' | 'requests'>;
  readonly #element: LazyPart<{ CHAT_PARTS: string }>;
  readonly #news: MessageNews;
  #open = false;
  #unread = 0;
  #firstUnread: MessageId | undefined;
  /** The first that was new when it was opened. */
  #since: MessageId | undefined;
  #draft: { readonly text: string } = { text: '' };
  /** As it is in the field; not shown from here. */
  #written = '';
  #to: Recipient | undefined;
  #failure: VideoRoomErrorCode | undefined;
  /** What is in the field again and may have come all the same. */
  #lost: LostReply | undefined;
  #viewBefore: ChatView | undefined;

  readonly #acts: { readonly [Type in ChatAction['type']]: (action: Extract<ChatAction, { type: Type }>) => void } = {
    send: ({ text }) => void this.#send(text),
    draft: ({ text }) => {
      this.#written = text;
      if (this.#failure) this.#show({ failure: undefined });
    },
    address: ({ identity }) => {
      this.#to = this.#people.find((person) => person.identity === identity);
      this.#show({ failure: undefined });
    },
  };

  constructor(host: PanelHost, session: Pick<SessionController, 'state' | 'requests'>, lazily: Lazily) {
    this.#host = host;
    this.#session = session;
    this.#element = new LazyPart({ ...lazily, name: 'chat', load: () => import('../vr-chat/vr-chat.js') });
    this.#news = new MessageNews((words) => host.announce(words));
    host.addController({
      hostConnected: () => document.addEventListener('visibilitychange', this.#lookAgain),
      hostDisconnected: () => document.removeEventListener('visibilitychange', this.#lookAgain),
    });
  }

  get label(): string {
    return panelWords().chat;
  }

  /** Where people call each other, somebody who is in no call has nobody to talk to. */
  get applies(): boolean {
    return this.#session.state.room?.kind !== 'call' || !!this.#host.localParticipant?.inCall;
  }

  /** Messages of others that came while it was closed, or the page hidden. */
  get unread(): number {
    return this.#unread;
  }

  get badge(): SidePanel['badge'] {
    return { count: this.#unread, words: panelWords().unread(this.#unread) };
  }

  get body(): TemplateResult | undefined {
    const element = this.#element.ask();
    if (!element) return undefined;
    return html`<vr-chat
      exportparts=${element.CHAT_PARTS}
      .view=${this.#view}
      @chat-action=${({ action }: ChatActionEvent) => (this.#acts[action.type] as (action: ChatAction) => void)(action)}
    ></vr-chat>`;
  }

  /** Whether one may write to that participant alone. */
  mayWriteTo(id: ParticipantId): boolean {
    return this.applies && this.#view.state === 'open' && !!this.#recipient(id);
  }

  /** What is written next is for that person alone. */
  writeTo(id: ParticipantId): void {
    this.#acts.address({ type: 'address', identity: this.#recipient(id)?.identity ?? '' });
  }

  #recipient(id: ParticipantId): Recipient | undefined {
    const identity = this.#session.state.participants.get(id)?.identity;
    return this.#people.find((person) => person.identity === identity);
  }

  shown(on: boolean): void {
    this.#open = on;
    this.#since = on ? this.#firstUnread : undefined;
    this.#draft = { text: this.#written };
    if (on && !document.hidden) this.#forget();
  }

  /** What came to the open chat of a hidden page is seen now. */
  readonly #lookAgain = (): void => {
    if (!this.#open || document.hidden || this.#unread === 0) return;
    this.#since = this.#firstUnread;
    this.#forget();
  };

  changed({ state, previous }: SessionEvents['state']): void {
    const own = this.#host.localParticipant;
    if (!own) this.#leave();
    for (const message of newMessages(previous, state)) {
      if (isOwn(message.from, own)) this.#came(message);
      if (isOwn(message.from, own) || (this.#open && !document.hidden)) continue;
      this.#firstUnread ??= message.id;
      this.#count(this.#unread + 1);
      // Open, its list says it.
      if (!this.#open) this.#news.tell(message);
    }
  }

  get #people(): Recipient[] {
    return recipients(this.#session.state);
  }

  get #view(): ChatView {
    const { state } = this.#session;
    const own = this.#host.localParticipant;
    const view: ChatView = {
      messages: state.messages,
      own,
      since: this.#since,
      state: own?.rights.publishData === false ? 'read-only' : state.phase === 'joined' ? 'open' : 'reconnecting',
      people: this.#people,
      to: this.#to,
      draft: this.#draft,
      failure: this.#failure,
    };
    return (this.#viewBefore = steadyView(this.#viewBefore, view));
  }

  async #send(text: string): Promise<void> {
    const to = this.#people.find(({ identity }) => identity === this.#to?.identity)?.participant;
    // Never to all what was meant for one.
    if (this.#to && to === undefined) return;
    const sent = { text, to: this.#to?.identity };
    const before = this.#session.state;
    this.#written = '';
    this.#lost = undefined;
    this.#show({ failure: undefined });
    const message: ChatMessage = to === undefined ? { text } : { text, to };
    await this.#session.requests?.ask('chat', message, (error) => {
      const unanswered = error.code === 'server-unreachable';
      if (unanswered && this.#hasCome(sent, before)) return;
      const rest = this.#written;
      // Before what was begun since then.
      this.#written = [text, rest].filter(Boolean).join('\n');
      this.#lost = unanswered ? { ...sent, field: this.#written, rest } : undefined;
      this.#draft = { text: this.#written };
      this.#show({ failure: error.code });
      this.#host.dispatchEvent(new RoomErrorEvent(error));
    });
  }

  /** Whether one's own message is there though its reply is not. */
  #hasCome(sent: Pick<LostReply, 'text' | 'to'>, before: SessionState): boolean {
    const own = this.#host.localParticipant;
    return newMessages(before, this.#session.state).some((each) => isOwn(each.from, own) && isSame(sent, each));
  }

  /** Nobody shall send twice what has come; what was changed since then is another message. */
  #came(message: ChatRecord): void {
    const lost = this.#lost;
    if (!lost || !isSame(lost, message)) return;
    this.#lost = undefined;
    if (this.#written !== lost.field) return;
    this.#written = lost.rest;
    this.#draft = { text: lost.rest };
    this.#show({ failure: undefined });
  }

  #show({ failure }: { failure: VideoRoomErrorCode | undefined }): void {
    this.#failure = failure;
    this.#host.requestUpdate();
  }

  #count(unread: number): void {
    if (unread === this.#unread) return;
    this.#unread = unread;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new UnreadChangedEvent(unread));
  }

  #forget(): void {
    this.#firstUnread = undefined;
    this.#news.stop();
    this.#count(0);
  }

  /** Another stay is another talk. */
  #leave(): void {
    this.#forget();
    this.#written = '';
    this.#draft = { text: '' };
    this.#to = this.#failure = this.#lost = undefined;
  }
}
