/**
 * Somebody with a seat, a raw socket and a link to the victim, which is honest at times: then it negotiates as the protocol
 * says, and pictures flow. Else it says nothing of its own and delivers what it is given.
 */
import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { io, type Socket } from 'socket.io-client';
import type {
  CandidateInit,
  LinkRecord,
  ParticipantRecord,
  RelayedSignal,
  Reply,
  SignalBody,
} from '@video-room/protocol';
import { PROTOCOL_VERSION } from '../../../libs/protocol/src/index.js';
import type { ServerProcess } from '../../rig/server-process.js';
import { defineBarePeer } from './bare-peer.js';

type Offer = Extract<RelayedSignal, { kind: 'offer' }>;

const PATIENCE_MS = 30_000;

export class HostileEnd {
  readonly name: string;
  honest = true;
  delivered = 0;
  refused = 0;
  /** The newest offer of the victim. */
  theirOffer: Offer | undefined;
  /** Which connection of the link it is. */
  connection = 1;
  readonly #page: Page;
  readonly #socket: Socket;
  readonly #victim: string;
  readonly #people = new Map<string, string>();
  #link: LinkRecord | undefined;
  #seq = 0;
  #openOffer: (SignalBody & { kind: 'offer'; seq: number }) | undefined;
  #queue: Promise<void> = Promise.resolve();

  private constructor(name: string, page: Page, socket: Socket, victim: string) {
    this.name = name;
    this.#page = page;
    this.#socket = socket;
    this.#victim = victim;
    const meet = ({ id, identity }: ParticipantRecord) => void this.#people.set(id, identity);
    socket.on('ready', ({ participants, links }: { participants: ParticipantRecord[]; links: LinkRecord[] }) => {
      participants.forEach(meet);
      links.forEach((link) => this.#follow(link));
    });
    socket.on('participant', meet);
    socket.on('link', (link: LinkRecord) => this.#follow(link));
    socket.on('signal', (signal: RelayedSignal) => this.#hear(signal));
  }

  /** @param page an empty one. @param victim identity of the one whom it is after. */
  static async come(server: ServerProcess, page: Page, room: string, name: string, victim: string) {
    const token = await server.token({ room, identity: name.toLowerCase(), name });
    const media = { microphone: true, camera: true, screen: false, screenAudio: false };
    const socket = io(server.origin, {
      ...{ transports: ['websocket'], forceNew: true, reconnection: false, autoConnect: false },
      auth: { token, protocol: PROTOCOL_VERSION, instance: randomBytes(12).toString('hex'), media },
      extraHeaders: { origin: 'http://localhost' },
    });
    const end = new HostileEnd(name, page, socket, victim);
    await page.exposeFunction('sayCandidate', (candidate: CandidateInit) => end.#say({ kind: 'candidate', candidate }));
    await new Promise<void>((resolve, reject) => {
      socket.once('ready', () => resolve());
      socket.once('connect_error', reject);
      socket.connect();
    });
    return end;
  }

  get isSeated(): boolean {
    return this.#socket.connected;
  }

  /** Pictures of the victim that have come over the living connection. */
  frames(): Promise<number> {
    return this.#page.evaluate(() => window.barePeer?.frames() ?? 0);
  }

  /** Honest descriptions, to be bent. */
  draft(): Promise<{ offer: string; answer: string | undefined }> {
    return this.#page.evaluate((theirs) => window.barePeer.draft(theirs), this.theirOffer?.sdp);
  }

  /** Delivers something through the server. Returns whether that passed it on. */
  async deliver(body: SignalBody): Promise<boolean> {
    const { ok } = await this.#say(body);
    if (ok && body.kind === 'offer') this.connection = Math.max(this.connection, body.connection ?? 1);
    if (ok) this.delivered += 1;
    else this.refused += 1;
    return ok;
  }

  /** From now on it behaves, with another connection for the link. */
  async offerAnew(): Promise<void> {
    this.honest = true;
    const connection = this.connection + 1;
    const sdp = await this.#page.evaluate((number) => window.barePeer.offerAnew(number), connection);
    await this.#offer(sdp, connection);
  }

  /** As long as the offer is not answered. */
  async offerAgain(): Promise<void> {
    const offer = this.#openOffer;
    if (offer) await this.#ask({ ...offer, link: this.#link?.id });
  }

  leave(): void {
    this.#socket.disconnect();
  }

  async #offer(sdp: string, connection: number): Promise<void> {
    this.connection = connection;
    const body = { kind: 'offer', sdp, ...(connection > 1 && { connection }) } as const;
    this.#openOffer = { ...body, seq: this.#seq + 1 };
    await this.#say(body);
  }

  #follow(link: LinkRecord): void {
    if (this.#people.get(link.peer) !== this.#victim || link.state !== 'open') return;
    this.#link = link;
    this.#then(async () => {
      await this.#page.evaluate(defineBarePeer, link.polite);
      if (!link.polite) await this.#offer(await this.#page.evaluate(() => window.barePeer.offerAnew(1)), 1);
    });
  }

  #hear(signal: RelayedSignal): void {
    if (signal.from !== this.#link?.peer) return;
    if (signal.kind === 'offer') {
      this.theirOffer = signal;
      this.connection = Math.max(this.connection, signal.connection ?? 1);
    }
    if (!this.honest) return;
    this.#then(async () => {
      if (signal.kind === 'answer') {
        if (signal.offer !== this.#openOffer?.seq) return;
        this.#openOffer = undefined;
      }
      const answer = await this.#page.evaluate((said) => window.barePeer.take(said), signal);
      if (answer === undefined || signal.kind !== 'offer') return;
      this.#openOffer = undefined;
      await this.#say({ kind: 'answer', sdp: answer, offer: signal.seq });
    });
  }

  #then(step: () => Promise<void>): void {
    // What cannot be taken is said again.
    this.#queue = this.#queue.then(step).catch(() => undefined);
  }

  #say(body: SignalBody): Promise<Reply> {
    this.#seq += 1;
    return this.#ask({ ...body, link: this.#link?.id, seq: this.#seq });
  }

  /** With the patience that the server asks for. */
  async #ask(signal: object): Promise<Reply> {
    for (;;) {
      const reply = (await this.#socket.timeout(PATIENCE_MS).emitWithAck('signal', signal)) as Reply;
      if (reply.ok || reply.error.code !== 'rate-limited') return reply;
      await new Promise((resolve) => setTimeout(resolve, reply.error.retryAfterMs ?? 100));
    }
  }
}
