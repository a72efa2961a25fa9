/** What the chat asks for. */
export type ChatAction =
  | { type: 'send'; text: string }
  /** What is being written, to be kept while the panel is closed. */
  | { type: 'draft'; text: string }
  /** Whom it is for: a person's identity; empty: everybody. */
  | { type: 'address'; identity: string };

/** Internal: dispatched on the element that holds the control, heard by the chat's panel; never leaves the shadow root. */
export class ChatActionEvent extends Event {
  constructor(readonly action: ChatAction) {
    super('chat-action', { bubbles: true });
  }
}
