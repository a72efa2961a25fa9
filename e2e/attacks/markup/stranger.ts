/** Somebody who knows the protocol and follows none of its manners: one payload in every field that it can set. */
import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { LIMITS } from '../../../libs/protocol/src/index.js';
import type { ServerProcess, TokenRequest } from '../../rig/server-process.js';

interface Link {
  id: string;
  peer: string;
  state: string;
}

interface Ready {
  you: string;
  links: Link[];
}

const SDP = (payload: string): string => {
  const line = payload.replace(/[\r\n]+/g, ' ');
  return [
    ...['v=0', `o=${line} 1 1 IN IP4 127.0.0.1`, `s=${line}`, 't=0 0', `a=msid-semantic: WMS ${line}`],
    ...['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'c=IN IP4 0.0.0.0', `a=ice-ufrag:${line}`, `a=${line}`, ''],
  ].join('\r\n');
};

export class Stranger {
  readonly #socket: Socket;
  readonly payload: string;
  ready: Ready | undefined;

  private constructor(socket: Socket, payload: string) {
    this.#socket = socket;
    this.payload = payload;
    const open = (link: Link): void => void (link.state === 'open' && this.#disturb(link));
    socket.on('ready', (ready: Ready) => {
      this.ready = ready;
      ready.links.forEach(open);
    });
    socket.on('link', open);
    socket.on('call', ({ id, state, caller }: { id: string; state: string; caller: { participant?: string } }) => {
      const isAsked = state === 'ringing' && caller.participant !== this.ready?.you;
      if (isAsked) this.send('answer', { call: id, accept: false, reason: payload });
    });
  }

  /** Resolves once it is in the room. */
  static async come(server: ServerProcess, payload: string, request: Partial<TokenRequest>): Promise<Stranger> {
    const token = await server.token({
      room: '',
      identity: payload.toWellFormed().slice(0, LIMITS.identityLength),
      name: payload,
      metadata: payload,
      attributes: { [payload.slice(0, LIMITS.attributeKeyLength)]: payload },
      ...request,
    });
    const socket = io(server.origin, {
      transports: ['websocket'],
      forceNew: true,
      auth: { token, protocol: 1, instance: randomBytes(12).toString('hex') },
      extraHeaders: { origin: 'http://localhost' },
    });
    const stranger = new Stranger(socket, payload);
    await new Promise<void>((resolve, reject) => {
      socket.once('ready', () => resolve());
      socket.once('connect_error', reject);
    });
    return stranger;
  }

  send(type: string, message: object): void {
    this.#socket.emit(type, message);
  }

  /** With the acknowledgement. */
  ask(type: string, message: object): Promise<{ ok: boolean; call?: string }> {
    return this.#socket.timeout(20_000).emitWithAck(type, message) as Promise<{ ok: boolean; call?: string }>;
  }

  /** Says it in all ways there are of saying something to others. */
  async sayEverything(to: string): Promise<void> {
    const { payload } = this;
    this.send('update', {
      choices: { handRaised: true },
      media: { microphone: true, camera: true, screen: true, screenAudio: true },
    });
    this.send('chat', { text: payload, to });
    this.send('data', { topic: payload.slice(0, LIMITS.topicLength), payload: { [payload]: [payload] } });
    this.send('react', { emoji: payload });
    this.send(payload, { payload });
    this.send('log', {
      offsetMs: 0,
      dropped: 0,
      lines: [
        {
          time: Date.now(),
          level: 'error',
          category: 'peer',
          person: to,
          text: payload,
          detail: { [payload]: payload, error: payload },
        },
      ],
    });
    await this.ask('chat', { text: payload });
  }

  leave(): void {
    this.#socket.disconnect();
  }

  /** Descriptions and candidates that are none. */
  #disturb({ id: link }: Link): void {
    const { payload } = this;
    const candidate = `candidate:${payload} 1 udp 2122260223 ${payload} 9 typ host ufrag ${payload}`;
    this.send('signal', { link, seq: 1, kind: 'offer', sdp: SDP(payload) });
    this.send('signal', { link, seq: 2, kind: 'answer', offer: 1, sdp: SDP(payload) });
    this.send('signal', {
      ...{ link, seq: 3, kind: 'candidate' },
      candidate: {
        candidate,
        sdpMid: payload.slice(0, 200),
        sdpMLineIndex: 0,
        usernameFragment: payload.slice(0, 200),
      },
    });
    this.send('log', {
      offsetMs: 0,
      dropped: 0,
      lines: [
        {
          time: Date.now(),
          level: 'warn',
          category: 'peer',
          text: payload,
          detail: { sdp: payload },
          cause: `${link}:1`,
        },
        {
          time: Date.now(),
          level: 'warn',
          category: 'peer',
          text: 'offer sent',
          detail: { reason: payload, state: payload },
          cause: `${link}:1`,
        },
      ],
    });
  }
}
