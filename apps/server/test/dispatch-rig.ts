/**
 * The real dispatcher with all its handlers and rooms behind it, without a network: seats are taken through the real admission
 * by sockets that only remember. For what is done too often to go over a wire.
 */
import 'reflect-metadata';
import { ApiKeys, issueToken } from '@video-room/auth';
import { PROTOCOL_VERSION, type Reply } from '@video-room/protocol';
import { readConfig } from '../src/config.js';
import { createApp } from '../src/create-app.js';
import { createServerLog } from '../src/log/server-log.js';
import { completeSetup } from '../src/server-setup.js';
import { Admission } from '../src/signaling/admission.js';
import { Directory } from '../src/signaling/directory.js';
import { Dispatcher } from '../src/signaling/dispatcher.js';
import { linkEnd, type SignalingSocket } from '../src/signaling/signaling-socket.js';
import { newInstance } from './test-client.js';
import { API_KEY } from './test-server.js';
import { Writable } from 'node:stream';

/** As much of a socket as the dispatcher and the handlers use. */
export class RememberingSocket {
  readonly id = newInstance();
  readonly conn = { readyState: 'open', writeBuffer: [], transport: {} };
  readonly handshake: { auth: object; headers: object };
  readonly connected = true;
  data: Partial<SignalingSocket['data']> = {};
  /** How many messages of each name it was sent, and the last of each. */
  readonly received = new Map<string, unknown>();
  #handle: (event: string, ...args: unknown[]) => void = () => undefined;

  constructor(auth: object) {
    this.handshake = { auth, headers: {} };
  }

  onAny(handle: (event: string, ...args: unknown[]) => void): void {
    this.#handle = handle;
  }

  emit(event: string, payload: unknown): void {
    this.received.set(event, payload);
  }

  join = (): void => undefined;
  leave = (): Promise<void> => Promise.resolve();
  disconnect = (): void => undefined;

  /** Says something as its client would, and waits for the acknowledgement. */
  say(event: string, ...payloads: unknown[]): Promise<Reply> {
    return new Promise((resolve) => this.#handle(event, ...payloads, resolve));
  }
}

export interface DispatchRig {
  /** Takes a seat. */
  seat(room: string, identity: string): Promise<RememberingSocket>;
  /** Opens a link between two seats, for the hot path alone. */
  link(id: string, one: RememberingSocket, other: RememberingSocket): void;
  /** Everything logged so far. */
  log(): string;
  close(): Promise<void>;
}

export async function dispatchRig(environment: Record<string, string>): Promise<DispatchRig> {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const config = readConfig({ API_KEYS: `${API_KEY.id}:${API_KEY.secret}`, ...environment });
  const app = await createApp(completeSetup(config), createServerLog('warn', sink));
  await app.init();
  const [admission, dispatcher, directory] = [app.get(Admission), app.get(Dispatcher), app.get(Directory)];
  const signing = await new ApiKeys([API_KEY]).signing(API_KEY.id);
  if (!signing) throw new Error('no key');
  const asSocket = (socket: RememberingSocket) => socket as unknown as SignalingSocket;
  return {
    async seat(room, identity) {
      const { token } = await issueToken(signing, { room, identity, ttlSeconds: 3600 });
      const socket = new RememberingSocket({ token, protocol: PROTOCOL_VERSION, instance: newInstance() });
      await admission.admit(asSocket(socket));
      socket.data.receiving = true;
      directory.add(asSocket(socket));
      dispatcher.attach(asSocket(socket));
      return socket;
    },
    link(id, one, other) {
      const [a, b] = [asSocket(one), asSocket(other)];
      a.data.links.set(id, linkEnd(b.data.holder.participant));
      b.data.links.set(id, linkEnd(a.data.holder.participant));
    },
    log: () => lines.join(''),
    async close() {
      await app.close();
    },
  };
}
