/** Makes the libs' plain classes available to the whole app. */
import { Global, Module } from '@nestjs/common';
import { ApiKeys } from '@video-room/auth';
import { Calls } from '@video-room/calls';
import { Chat } from '@video-room/chat';
import { Rooms } from '@video-room/rooms';
import {
  MemoryCallStore,
  MemoryMessageStore,
  MemoryRoomStore,
  MemoryTimelineStore,
  type CallStore,
  type MessageStore,
  type RoomStore,
  type TimelineStore,
} from '@video-room/state';
import { Timeline } from '@video-room/timeline';
import { KNOCK_ANSWERS } from './api/knock-answers.js';
import { knockAnswers } from './calls/knock-answers.js';
import { roomsWorld } from './calls/rooms-world.js';
import { chatWorld } from './chat/rooms-world.js';
import { Happenings } from './metrics/happenings.js';
import { SERVER_SETUP, type ServerSetup } from './server-setup.js';

export const ROOM_STORE = Symbol('RoomStore');
export const CALL_STORE = Symbol('CallStore');
export const MESSAGE_STORE = Symbol('MessageStore');
export const TIMELINE_STORE = Symbol('TimelineStore');

@Global()
@Module({
  providers: [
    Happenings,
    { provide: ApiKeys, useFactory: (setup: ServerSetup) => new ApiKeys(setup.apiKeys), inject: [SERVER_SETUP] },
    { provide: ROOM_STORE, useFactory: (): RoomStore => new MemoryRoomStore() },
    {
      provide: Rooms,
      useFactory: (store: RoomStore, setup: ServerSetup) => new Rooms(store, setup.rooms),
      inject: [ROOM_STORE, SERVER_SETUP],
    },
    { provide: CALL_STORE, useFactory: (): CallStore => new MemoryCallStore() },
    {
      provide: Calls,
      useFactory: (store: CallStore, rooms: Rooms, setup: ServerSetup) =>
        new Calls(store, roomsWorld(rooms), setup.calls),
      inject: [CALL_STORE, Rooms, SERVER_SETUP],
    },
    { provide: MESSAGE_STORE, useFactory: (): MessageStore => new MemoryMessageStore() },
    {
      provide: Chat,
      useFactory: (store: MessageStore, rooms: Rooms) => new Chat(store, chatWorld(rooms)),
      inject: [MESSAGE_STORE, Rooms],
    },
    { provide: TIMELINE_STORE, useFactory: (): TimelineStore => new MemoryTimelineStore() },
    { provide: Timeline, useFactory: (store: TimelineStore) => new Timeline(store), inject: [TIMELINE_STORE] },
    { provide: KNOCK_ANSWERS, useFactory: knockAnswers, inject: [Calls] },
  ],
  exports: [Happenings, ApiKeys, ROOM_STORE, Rooms, Calls, Chat, Timeline, KNOCK_ANSWERS],
})
export class CoreModule {}
