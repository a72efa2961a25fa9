/** Rooms, as calls see them. The one place where the two meet: neither knows the other. */
import type { CallWorld } from '@video-room/calls';
import type { Rooms } from '@video-room/rooms';

export const roomsWorld = (rooms: Rooms): CallWorld => ({
  room: async (room) => (await rooms.room(room))?.record,
  // The hidden are called by nobody, but those among them who moderate open doors.
  presences: async (room) => (await rooms.presences(room)).filter(({ hidden, admin }) => !hidden || admin),
  setTalk: (room, participants, talk) => rooms.setTalk(room, participants, talk),
  checkHasSeat: (room) => rooms.checkHasSeat(room),
  admit: (room, participant) => rooms.admit(room, participant),
  setStage: (room, participant, on) => rooms.setStage(room, participant, on),
});
