/** Rooms, as chat sees them. The one place where the two meet: neither knows the other. */
import type { ChatWorld } from '@video-room/chat';
import type { Rooms } from '@video-room/rooms';

export const chatWorld = (rooms: Rooms): ChatWorld => ({
  kind: async (room) => (await rooms.room(room))?.record.kind,
  person: (room, participant) => rooms.presence(room, participant),
  people: (room) => rooms.presences(room),
  shownTo: (room, viewer) => rooms.shownTo(room, viewer),
});
