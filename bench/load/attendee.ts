/**
 * One person of a crowd: holds a seat over a raw socket, answers pings, and knows what it was told of the others in the
 * room. With a server that has no seats, being connected is all. Comes back by the widget's own policy, if it is to.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { quickThenSteady } from '../../widget/src/core/signaling/reconnect-policy.js';
import { RawSocket, textFrame } from '../relay/raw-socket.js';

const ENDPOINT = '/socket.io/?EIO=4&transport=websocket';
const PING = '2'.charCodeAt(0);
const PONG = textFrame('3');
const LEAVE = textFrame('42["leave",{}]');
const SIGNAL = Buffer.from('42["signal"');
/** The widget's patience with its first connect. */
const HANDSHAKE_TIMEOUT_MS = 8000;

export interface Ticket {
  port: number;
  /** Undefined for a server without seats. */
  token?: string;
  instance: string;
  localAddress?: string;
}

interface Person {
  id: string;
  connection: string;
}

interface Ready {
  you: string;
  resumeKey: string;
  participants: Person[];
  links: { id: string; peer: string }[];
}

export class Attendee {
  readonly ticket: Ticket;
  /** Participant id, or Socket.IO's name of the connection where there are no seats. */
  id = '';
  /** Ids it had, one after the other: more than one means that a seat was lost. */
  readonly ids = new Set<string>();
  /** Others by id, as last told. */
  readonly others = new Map<string, string>();
  readonly links = new Map<string, string>();
  isSeated = false;
  /** How often the connection ended without it wanting that. */
  losses = 0;
  /** Connects that came to nothing. */
  failures = 0;
  /** When the last `ready` came, in milliseconds since 1970. */
  seatedAt = 0;
  /** What the server said before it ended the connection. */
  goodbye: string | undefined;
  comesBack = false;
  onSignal: () => void = () => undefined;
  #socket: RawSocket | undefined;
  #resumeKey: string | undefined;
  #leaves = false;

  constructor(ticket: Ticket) {
    this.ticket = ticket;
  }

  /** Resolves when it has its seat. @param timeoutMs patience with a transport that does not open. */
  async enter(timeoutMs = HANDSHAKE_TIMEOUT_MS): Promise<void> {
    this.#leaves = false;
    const { port, localAddress } = this.ticket;
    const until = performance.now() + timeoutMs;
    const socket = await RawSocket.open(port, ENDPOINT, localAddress, timeoutMs);
    await new Promise<void>((resolve, reject) => {
      let patience = setTimeout(() => socket.cut(), until - performance.now());
      socket.onClose = () => {
        clearTimeout(patience);
        reject(new Error('The connection ended before there was a seat.'));
      };
      socket.onText = (packet) => {
        if (packet[0] === PING) return socket.send(PONG);
        const text = packet.toString();
        if (text.startsWith('0')) {
          // There is a server; it may have others to let in first.
          clearTimeout(patience);
          patience = setTimeout(() => socket.cut(), quickThenSteady.longestMs);
          return socket.send(textFrame(`40${this.#auth()}`));
        }
        if (text.startsWith('44')) {
          reject(new Error(`Not let in: ${text.slice(0, 200)}`));
          return socket.cut();
        }
        if (text.startsWith('40') && this.ticket.token === undefined)
          this.#take((JSON.parse(text.slice(2)) as { sid: string }).sid);
        else if (text.startsWith('42["ready"')) this.#takeReady(payloadOf<Ready>(text));
        else return;
        clearTimeout(patience);
        // At once: more may have come with it.
        this.#socket = socket;
        socket.onText = (next) => this.#onPacket(next);
        socket.onClose = () => this.#onLost();
        resolve();
      };
    });
  }

  send(frame: Buffer): void {
    this.#socket?.send(frame);
  }

  /** Gives up its seat, where it has one, and goes. */
  async leave(): Promise<void> {
    this.#leaves = true;
    this.comesBack = false;
    if (this.ticket.token !== undefined) this.#socket?.send(LEAVE);
    await this.#socket?.close();
    this.isSeated = false;
    this.others.clear();
    this.links.clear();
  }

  #auth(): string {
    const { token, instance } = this.ticket;
    return token === undefined
      ? ''
      : JSON.stringify({ token, protocol: 1, instance, ...(this.#resumeKey && { resumeKey: this.#resumeKey }) });
  }

  #takeReady({ you, resumeKey, participants, links }: Ready): void {
    this.#resumeKey = resumeKey;
    this.others.clear();
    for (const { id, connection } of participants) if (id !== you) this.others.set(id, connection);
    this.links.clear();
    for (const { id, peer } of links) this.links.set(peer, id);
    this.#take(you);
  }

  #take(id: string): void {
    this.id = id;
    this.ids.add(id);
    this.isSeated = true;
    this.seatedAt = Date.now();
  }

  #onPacket(packet: Buffer): void {
    if (packet[0] === PING) return this.#socket?.send(PONG);
    if (packet.subarray(0, SIGNAL.length).equals(SIGNAL)) return this.onSignal();
    const text = packet.toString();
    if (text.startsWith('42["participant"')) {
      const { id, connection } = payloadOf<Person>(text);
      if (connection === 'left') this.others.delete(id);
      else if (id !== this.id) this.others.set(id, connection);
    } else if (text.startsWith('42["link"')) {
      const { id, peer, state } = payloadOf<{ id: string; peer: string; state: string }>(text);
      if (state === 'open') this.links.set(peer, id);
      else this.links.delete(peer);
    } else if (text.startsWith('42["goodbye"')) this.goodbye = payloadOf<{ reason: string }>(text).reason;
    else if (text.startsWith('42["seat"')) this.#resumeKey = payloadOf<{ resumeKey: string }>(text).resumeKey;
  }

  #onLost(): void {
    this.isSeated = false;
    if (this.#leaves) return;
    this.losses += 1;
    if (this.comesBack) void this.#comeBack();
  }

  async #comeBack(): Promise<void> {
    let spentMs = 0;
    let timeouts = 0;
    for (let attempt = 0; this.comesBack; attempt += 1) {
      await delay(quickThenSteady.delayMs(attempt, Math.random(), spentMs));
      const triedAt = performance.now();
      const timeoutMs = quickThenSteady.timeoutMs(timeouts);
      try {
        return await this.enter(timeoutMs);
      } catch {
        this.failures += 1;
        spentMs = performance.now() - triedAt;
        if (spentMs >= timeoutMs) timeouts += 1;
      }
    }
  }
}

const payloadOf = <Payload>(packet: string): Payload => (JSON.parse(packet.slice(2)) as [string, Payload])[1];
