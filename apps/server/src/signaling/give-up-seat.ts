import type { Rooms } from '@video-room/rooms';
import type { Directory } from './directory.js';
import { audienceOf, type SignalingSocket } from './signaling-socket.js';

/** A socket's seat is given up, for good or perhaps for a moment. Nothing it says after that counts; closing it is left to do. */
export async function giveUpSeat(
  socket: SignalingSocket,
  rooms: Rooms,
  directory: Directory,
  returning = false,
): Promise<void> {
  const { data } = socket;
  data.left = true;
  data.links.clear();
  directory.remove(socket);
  await socket.leave(audienceOf(data.holder.room));
  await rooms.leave(data.holder, returning);
}
