/** Tells clients what happens in rooms, and keeps each socket's own links in step with what it was told. */
import { Inject, Injectable } from '@nestjs/common';
import { Rooms } from '@video-room/rooms';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import { Directory } from './directory.js';
import { audienceOf, noteLink, type SignalingServer } from './signaling-socket.js';

@Injectable()
export class Announcer {
  readonly #rooms: Rooms;
  readonly #directory: Directory;
  readonly #log: ServerLog;

  constructor(rooms: Rooms, directory: Directory, @Inject(SERVER_LOG) log: ServerLog) {
    this.#rooms = rooms;
    this.#directory = directory;
    this.#log = log;
  }

  start(server: SignalingServer): void {
    this.#rooms.on('participant', ({ room, participant, to }) => {
      if (to === 'everybody') server.to(audienceOf(room)).emit('participant', participant);
      else for (const id of to) this.#directory.get(id)?.emit('participant', participant);
      const { id, connection, leaveReason } = participant;
      this.#log.debug({ room, participant: id, connection, leaveReason }, 'participant changed');
    });
    this.#rooms.on('link', ({ to, link }) => {
      const socket = this.#directory.get(to);
      if (!socket) return;
      noteLink(socket.data, link);
      socket.emit('link', link);
      const { id, peer, state, relayOnly } = link;
      this.#log.debug({ participant: to, link: id, peer, state, relayOnly }, 'link changed');
    });
    this.#rooms.on('room', ({ room, to }) => {
      for (const id of to) this.#directory.get(id)?.emit('room', room);
    });
    this.#rooms.on('moderated', ({ to, message }) => {
      this.#directory.get(to)?.emit('moderated', message);
      this.#log.info({ participant: to, act: message.act, by: message.by?.participant }, 'moderated');
    });
    this.#rooms.on('ended', ({ session, reason, message }) => {
      const socket = server.sockets.sockets.get(session);
      socket?.emit('goodbye', { reason, ...(message !== undefined && { message }) });
      // Later, so that whoever did this to itself gets its answer.
      setImmediate(() => socket?.disconnect(true));
    });
    this.#rooms.on('replaced', ({ session }) => {
      const socket = server.sockets.sockets.get(session);
      socket?.emit('goodbye', { reason: 'replaced' });
      socket?.disconnect(true);
    });
    this.#rooms.on('unseated', ({ session }) => {
      // Coming back, it is refused like anybody else whom the room does not take.
      server.sockets.sockets.get(session)?.disconnect(true);
    });
    this.#rooms.on('fault', (cause) => this.#log.error({ err: cause }, 'a seat could not be let go of'));
  }
}
