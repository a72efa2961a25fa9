/** A signal relay on Socket.IO with nothing around it: the least a server could do. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { TRANSPORT_OPTIONS } from './transport-options.mjs';

const http = createServer((_request, response) => response.writeHead(404).end());
const io = new Server(http, TRANSPORT_OPTIONS);

io.on('connection', (socket) => {
  socket.on('signal', (payload, acknowledge) => {
    io.to(payload.to).emit('signal', payload);
    acknowledge?.({ ok: true });
  });
});

http.listen(Number(process.env.PORT), '127.0.0.1');
