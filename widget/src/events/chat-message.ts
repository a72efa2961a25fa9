import type { ChatRecord } from '@video-room/protocol';

/** Somebody, perhaps oneself, has written something that one may read. */
export class ChatMessageEvent extends Event {
  constructor(readonly message: ChatRecord) {
    super('chat-message');
  }
}
