import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { transportLine } from './transport-line.js';

/**
 * Socket.IO without Nest's message pipeline: messages go through the dispatcher, so the streams that Nest would set up
 * for each socket are never made.
 */
export class SignalingAdapter extends IoAdapter {
  override createIOServer(port: number, options: ServerOptions): Server {
    return super.createIOServer(port, { ...options, allowRequest: transportLine() });
  }

  override bindMessageHandlers(): void {
    // The dispatcher listens to the socket itself.
  }
}
