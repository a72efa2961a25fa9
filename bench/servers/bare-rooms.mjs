/**
 * The signaling server of the hand-written page: rooms, signals, nothing else. Who is there already is told with the
 * connection itself, so that a page needs no round trip more than Socket.IO makes.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { TRANSPORT_OPTIONS } from './transport-options.mjs';

const http = createServer((_request, response) => response.writeHead(404).end());
const io = new Server(http, TRANSPORT_OPTIONS);

io.on('connection', (socket) => {
  const { room } = socket.handshake.auth;
  socket.emit('peers', [...(io.sockets.adapter.rooms.get(room) ?? [])]);
  void socket.join(room);
  socket.on('signal', ({ to, ...signal }) => io.to(to).emit('signal', { from: socket.id, ...signal }));
});

http.listen(Number(process.env.PORT), '127.0.0.1');
