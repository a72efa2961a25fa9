import { IoAdapter } from '@nestjs/platform-socket.io';

/**
 * Socket.IO without Nest's message pipeline: messages go through the dispatcher, so the streams that Nest would set up
 * for each socket are never made.
 */
export class SignalingAdapter extends IoAdapter {
  override bindMessageHandlers(): void {
    // The dispatcher listens to the socket itself.
  }
}
