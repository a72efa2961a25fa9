/** Makes the libs' plain classes available to the whole app. */
import { Global, Module } from '@nestjs/common';
import { ApiKeys } from '@video-room/auth';
import { Rooms } from '@video-room/rooms';
import { MemoryRoomStore, type RoomStore } from '@video-room/state';
import { SERVER_SETUP, type ServerSetup } from './server-setup.js';

export const ROOM_STORE = Symbol('RoomStore');

@Global()
@Module({
  providers: [
    { provide: ApiKeys, useFactory: (setup: ServerSetup) => new ApiKeys(setup.apiKeys), inject: [SERVER_SETUP] },
    { provide: ROOM_STORE, useFactory: (): RoomStore => new MemoryRoomStore() },
    {
      provide: Rooms,
      useFactory: (store: RoomStore, setup: ServerSetup) => new Rooms(store, setup.rooms),
      inject: [ROOM_STORE, SERVER_SETUP],
    },
  ],
  exports: [ApiKeys, ROOM_STORE, Rooms],
})
export class CoreModule {}
