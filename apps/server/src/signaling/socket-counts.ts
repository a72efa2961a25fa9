/** How many connections and links this process holds, counted when somebody asks. */
import { Injectable } from '@nestjs/common';
import type { LinkId } from '@video-room/protocol';
import type { SignalingServer } from './signaling-socket.js';

@Injectable()
export class SocketCounts {
  #server: SignalingServer | undefined;

  start(server: SignalingServer): void {
    this.#server = server;
  }

  /** Transports, with a seat or without: a page may open one before anybody joins. */
  transports(): number {
    return this.#server ? this.#server.engine.clientsCount : 0;
  }

  /** Sockets that have a seat. */
  sockets(): number {
    return this.#server?.sockets.sockets.size ?? 0;
  }

  /** Open links with at least one end whose socket is here. */
  links(): number {
    const links = new Set<LinkId>();
    for (const { data } of this.#server?.sockets.sockets.values() ?? [])
      for (const id of data.links.keys()) links.add(id);
    return links.size;
  }
}
