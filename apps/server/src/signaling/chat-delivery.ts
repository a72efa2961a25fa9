/** Brings what people say to the sockets of those who hear it, and lets chat forget rooms that are gone. */
import { Inject, Injectable } from '@nestjs/common';
import { Chat, type Said } from '@video-room/chat';
import type { ServerToClientEvents } from '@video-room/protocol';
import { Rooms } from '@video-room/rooms';
import type { BroadcastOperator } from 'socket.io';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import { Directory } from './directory.js';
import { audienceOf, type SignalingServer, type SocketData } from './signaling-socket.js';
import { SlowReaders } from './slow-readers.js';

@Injectable()
export class ChatDelivery {
  readonly #chat: Chat;
  readonly #rooms: Rooms;
  readonly #directory: Directory;
  readonly #slowReaders: SlowReaders;
  readonly #log: ServerLog;

  constructor(
    chat: Chat,
    rooms: Rooms,
    directory: Directory,
    slowReaders: SlowReaders,
    @Inject(SERVER_LOG) log: ServerLog,
  ) {
    this.#chat = chat;
    this.#rooms = rooms;
    this.#directory = directory;
    this.#slowReaders = slowReaders;
    this.#log = log;
  }

  start(server: SignalingServer): void {
    this.#chat.on('said', ({ room, to, except, said }) => {
      this.#log.debug({ room, type: said.type, from: said.payload.from?.participant }, 'said');
      if (to === 'everybody') {
        const silent = except === undefined ? undefined : this.#directory.get(except);
        emit(server.to(audienceOf(room)).except(silent?.id ?? []), said);
        return;
      }
      for (const id of to) {
        const socket = id === except ? undefined : this.#directory.get(id);
        if (!socket) continue;
        emit(socket, said);
        this.#slowReaders.afterEmit(socket);
      }
    });
    this.#rooms.on('closed', ({ room }) => {
      this.#chat.drop(room).catch((cause: unknown) => this.#log.error({ err: cause }, 'messages could not be dropped'));
    });
  }
}

/** To one socket or many; the types of Socket.IO want each message by itself. */
function emit(to: Pick<BroadcastOperator<ServerToClientEvents, SocketData>, 'emit'>, said: Said): void {
  switch (said.type) {
    case 'chat':
      return void to.emit('chat', said.payload);
    case 'reaction':
      return void to.emit('reaction', said.payload);
    case 'data':
      return void to.emit('data', said.payload);
  }
}
