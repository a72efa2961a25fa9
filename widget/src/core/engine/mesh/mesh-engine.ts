/**
 * The mesh: one peer link per wanted link. Compares what is wanted with what there is and changes only what differs.
 */
import type { IceServer, LinkId, MediaSource, ParticipantId, RelayedSignal } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import { Emitter } from '../../emitter.js';
import type { MediaEngine, MediaEngineEvents, Sent, View, WantedLink } from '../media-engine.js';
import { newPeerConnection, PeerLink } from './peer-link.js';

interface Entry {
  wanted: WantedLink;
  link: PeerLink;
}

export class MeshEngine extends Emitter<MediaEngineEvents> implements MediaEngine {
  readonly #log: Logger;
  readonly #entries = new Map<LinkId, Entry>();
  readonly #tracks = new Map<MediaSource, MediaStreamTrack>();
  #iceServers: readonly IceServer[] = [];
  /** Made before it is needed: a page's first peer connection takes the longest. */
  #spare: RTCPeerConnection | undefined;
  #signalingUp = true;

  constructor(log: Logger) {
    super();
    this.#log = log;
  }

  prepare(): void {
    if (this.#entries.size === 0) this.#spare ??= newPeerConnection();
  }

  setIceServers(servers: readonly IceServer[]): void {
    this.#iceServers = servers;
    for (const { link } of this.#entries.values()) link.setIceServers(servers);
  }

  setLinks(links: readonly WantedLink[]): void {
    const wanted = new Map(links.map((link) => [link.id, link]));
    for (const [id, entry] of this.#entries) {
      if (!wanted.has(id)) this.#close(id, entry);
    }
    for (const [id, link] of wanted) {
      const entry = this.#entries.get(id);
      if (!entry) this.#open(link);
      else if (!isSameFlow(entry.wanted, link)) this.#redirect(entry, link);
    }
  }

  setTrack(source: MediaSource, track: MediaStreamTrack | null): void {
    if (track) this.#tracks.set(source, track);
    else this.#tracks.delete(source);
    for (const { link } of this.#entries.values()) link.setTrack(source, track);
  }

  receive(signal: RelayedSignal): void {
    const entry = this.#entries.get(signal.link);
    if (!entry || entry.wanted.peer !== signal.from) {
      this.#log.debug('signal for a link that is closed', { link: signal.link });
      return;
    }
    entry.link.receive(signal);
  }

  setSignaling(up: boolean): void {
    this.#signalingUp = up;
    for (const { link } of this.#entries.values()) link.setSignaling(up);
  }

  resend(peer: ParticipantId): void {
    for (const { wanted, link } of this.#entries.values()) if (wanted.peer === peer) link.resend();
  }

  levels(): ReadonlyMap<ParticipantId, number> {
    return new Map([...this.#entries.values()].map(({ wanted, link }) => [wanted.peer, link.level]));
  }

  setView(peer: ParticipantId, view: View): void {
    for (const { wanted, link } of this.#entries.values()) if (wanted.peer === peer) link.setView(view);
  }

  sent(): Sent[] {
    return [...this.#entries.values()].flatMap(({ link }) => link.sent);
  }

  async reports(): Promise<ReadonlyMap<ParticipantId, RTCStatsReport>> {
    const asked = [...this.#entries.values()].map(async ({ wanted, link }) => {
      // The link was closed meanwhile, if there is none.
      const report = await link.report().catch(() => undefined);
      return report ? [[wanted.peer, report] as const] : [];
    });
    return new Map((await Promise.all(asked)).flat());
  }

  close(): void {
    this.setLinks([]);
    this.#spare?.close();
    this.#spare = undefined;
  }

  #open(wanted: WantedLink): void {
    const { peer } = wanted;
    const log = this.#log.with({ person: peer });
    log.info('link opened', { polite: wanted.polite });
    log.with({ category: 'decision' }).debug('who offers first', { you: !wanted.polite });
    const pc = this.#spare ?? newPeerConnection();
    this.#spare = undefined;
    const link = new PeerLink({ pc, link: wanted, iceServers: this.#iceServers, tracks: this.#tracks, log: this.#log });
    link.setSignaling(this.#signalingUp);
    link.on('signal', (signal) => this.emit('signal', signal));
    link.on('phase', (phase) => this.emit('link', { peer, phase }));
    link.on('negotiated', () => this.emit('negotiated', { peer }));
    link.on('view', () => this.emit('view', { peer }));
    link.on('track', ({ source, track }) => this.emit('track', { peer, source, track }));
    this.#entries.set(wanted.id, { wanted, link });
    this.emit('link', { peer, phase: 'connecting' });
  }

  /** Somebody may send or receive something else than before. */
  #redirect(entry: Entry, wanted: WantedLink): void {
    const { peer } = wanted;
    this.#log.with({ person: peer }).info('link redirected', { send: wanted.send, receive: wanted.receive });
    const lost = entry.wanted.receive.filter((source) => !wanted.receive.includes(source));
    entry.wanted = wanted;
    entry.link.setFlow(wanted);
    for (const source of lost) this.emit('track', { peer, source, track: undefined });
  }

  #close(id: LinkId, { wanted, link }: Entry): void {
    const { peer } = wanted;
    this.#log.with({ person: peer }).info('link closed');
    this.#entries.delete(id);
    link.close();
    for (const source of wanted.receive) this.emit('track', { peer, source, track: undefined });
    this.emit('link', { peer, phase: undefined });
  }
}

const isSameFlow = (one: WantedLink, other: WantedLink) =>
  String(one.send) === String(other.send) && String(one.receive) === String(other.receive);
