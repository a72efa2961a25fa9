/**
 * What strangers do to a server to wear it out, over raw sockets: each attack is bounded in number and time and cleans up after
 * itself. They come from addresses of their own, so that the innocent are not taken for them.
 */
import { connect, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { peekClaims } from '../../widget/src/core/token-claims.js';
import { RawSocket, textFrame } from '../relay/raw-socket.js';

export const ATTACKS = ['events', 'rings', 'half-open', 'slow-headers', 'unread', 'churn', 'bad-tokens'] as const;
export type AttackName = (typeof ATTACKS)[number];

export interface FloodOrder {
  attack: AttackName;
  port: number;
  seconds: number;
  /** How many sockets, or events a second of all together. */
  count: number;
  /** Of seats that the attacker may take; all in one room, for `rings` one where people call each other. */
  tokens: readonly string[];
}

const ENDPOINT = '/socket.io/?EIO=4&transport=websocket';
const TICK_MS = 10;
/** How soon somebody who was cut off comes again. */
const RETURN_MS = 250;
/** Addresses that the attackers have. */
const ADDRESSES = 40;
const addressOf = (at: number): string => `127.0.1.${1 + (at % ADDRESSES)}`;

const SIGNAL = textFrame(`42["signal",${JSON.stringify({ link: 'none', seq: 1, kind: 'offer', sdp: 'v=0' })}]`);

/** A call to whoever the token is of. */
const ringOf = (token: string): Buffer =>
  textFrame(`42["call",${JSON.stringify({ kind: 'ring', identity: peekClaims(token).identity, video: true })}]`);

/** Runs an attack and resolves when it is over. Returns how much of it there was. */
export function runAttack(order: FloodOrder): Promise<number> {
  switch (order.attack) {
    case 'events':
      return floodFromSeats(order, [SIGNAL]);
    case 'rings':
      return floodFromSeats(order, order.tokens.map(ringOf));
    case 'half-open':
      return openHalf(order);
    case 'slow-headers':
      return dripHeaders(order);
    case 'unread':
      return leaveUnread(order);
    case 'churn':
      return comeAndGo(order, () => undefined);
    case 'bad-tokens':
      return comeAndGo(order, (socket) =>
        socket.send(textFrame(`40${JSON.stringify({ token: 'x.y.z', protocol: 1 })}`)),
      );
  }
}

/** Takes a seat; undefined if it was refused. */
async function takeSeat(port: number, token: string, from: string): Promise<RawSocket | undefined> {
  const socket = await RawSocket.open(port, ENDPOINT, from).catch(() => undefined);
  if (!socket) return undefined;
  const auth = JSON.stringify({ token, protocol: 1, instance: 'flood-0123456789ab' });
  const isSeated = await new Promise<boolean>((resolve) => {
    socket.onClose = () => resolve(false);
    socket.onText = (packet) => {
      const text = packet.subarray(0, 12).toString();
      if (text.startsWith('0')) socket.send(textFrame(`40${auth}`));
      else if (text.startsWith('44')) resolve(false);
      else if (text.startsWith('42["ready"')) resolve(true);
    };
  });
  socket.onText = (packet) => {
    if (packet[0] === 0x32 && packet.length === 1) socket.send(textFrame('3'));
  };
  if (isSeated) return socket;
  socket.cut();
  return undefined;
}

/**
 * `count` events a second from all seats together; whoever is cut off comes again soon.
 * @param events what each says, one after the other.
 */
async function floodFromSeats(
  { port, seconds, count, tokens }: FloodOrder,
  events: readonly Buffer[],
): Promise<number> {
  const come = (at: number) => takeSeat(port, tokens[at] as string, addressOf(at));
  const seats = await Promise.all(tokens.map((_, at) => come(at)));
  const until = performance.now() + seconds * 1000;
  const perTick = Math.ceil((count * TICK_MS) / 1000 / tokens.length);
  let sent = 0;
  await Promise.all(
    seats.map(async (first, at) => {
      let socket = first;
      let next = at;
      while (performance.now() < until) {
        while (socket?.isOpen && performance.now() < until) {
          for (let n = 0; n < perTick; n += 1) {
            sent += 1;
            next += 1;
            socket.send(events[next % events.length] as Buffer);
          }
          await after(TICK_MS);
        }
        await socket?.close();
        await after(RETURN_MS);
        socket = performance.now() < until ? await come(at) : undefined;
      }
    }),
  );
  return sent;
}

/** A third without any request, a third with half of one, a third with a transport that nobody comes in with. */
async function openHalf({ port, seconds, count }: FloodOrder): Promise<number> {
  const sockets: Socket[] = [];
  const request = `GET ${ENDPOINT} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`;
  const rest = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';
  const beginnings = ['', request, request + rest];
  for (let at = 0; at < count; at += 1) {
    const socket = connect({ port, host: '127.0.0.1', localAddress: addressOf(at) });
    socket.on('error', () => socket.destroy()).on('connect', () => socket.write(beginnings[at % 3] as string));
    socket.resume();
    sockets.push(socket);
    if (at % 100 === 99) await after(TICK_MS);
  }
  await after(seconds * 1000);
  const left = sockets.filter((socket) => !socket.destroyed).length;
  for (const socket of sockets) socket.destroy();
  return left;
}

/** `count` connections, each with one more letter of a request's head every half second. */
async function dripHeaders({ port, seconds, count }: FloodOrder): Promise<number> {
  const sockets = Array.from({ length: count }, (_, at) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: addressOf(at) });
    socket.on('error', () => socket.destroy()).on('connect', () => socket.write('GET /healthz HTTP/1.1\r\nX-Slow: '));
    return socket.resume();
  });
  for (let ticks = seconds * 2; ticks > 0; ticks -= 1) {
    await after(500);
    for (const socket of sockets) if (socket.writable) socket.write('x');
  }
  const left = sockets.filter((socket) => !socket.destroyed).length;
  for (const socket of sockets) socket.destroy();
  return left;
}

/** Seats that do not read, in a room where the last one changes its name as often as it may. */
async function leaveUnread({ port, seconds, tokens }: FloodOrder): Promise<number> {
  const seats = await Promise.all(tokens.map((token, at) => takeSeat(port, token, addressOf(at))));
  const [talker, ...deaf] = seats.filter((seat) => seat !== undefined);
  for (const seat of deaf) seat.stopReading();
  let sent = 0;
  for (let ticks = seconds * 40; ticks > 0 && talker; ticks -= 1) {
    const payload = { topic: 'flood', payload: 'x'.repeat(15_000) };
    talker.send(textFrame(`42["data",${JSON.stringify(payload)}]`));
    sent += 1;
    await after(25);
  }
  for (const seat of seats) seat?.cut();
  return sent;
}

/** `count` at the same time open a transport, say something, and go when the server has answered; over and over. */
async function comeAndGo({ port, seconds, count }: FloodOrder, say: (socket: RawSocket) => void): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let comings = 0;
  await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      while (performance.now() < until) {
        const socket = await RawSocket.open(port, ENDPOINT, addressOf(at)).catch(() => undefined);
        comings += 1;
        if (!socket) continue;
        say(socket);
        const gone = new Promise<void>((resolve) => (socket.onClose = resolve));
        await Promise.race([gone, after(TICK_MS)]);
        await socket.close();
      }
    }),
  );
  return comings;
}
