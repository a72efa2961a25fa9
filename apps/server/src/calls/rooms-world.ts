/** Rooms, as calls see them. The one place where the two meet: neither knows the other. */
import type { CallWorld } from '@video-room/calls';
import type { Rooms } from '@video-room/rooms';

export const roomsWorld = (rooms: Rooms): CallWorld => ({
  room: async (room) => (await rooms.room(room))?.record,
  presences: (room) => rooms.presences(room),
  setTalk: (room, participants, talk) => rooms.setTalk(room, participants, talk),
  checkHasSeat: (room) => rooms.checkHasSeat(room),
  admit: (room, participant) => rooms.admit(room, participant),
  setStage: (room, participant, on) => rooms.setStage(room, participant, on),
});
