/**
 * The mesh: one peer link per wanted link. Compares what is wanted with what there is and changes only what differs. A
 * link whose connection does not help any more gets another one, which both ends make.
 */
import type { IceServer, LinkId, MediaSource, ParticipantId, RelayedSignal } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import { Emitter } from '../../emitter.js';
import type { MediaEngine, MediaEngineEvents, Sent, View, WantedLink } from '../media-engine.js';
import { FLOW_TIMES } from './flow-watch.js';
import { ClosedLinks } from './link-past.js';
import { newPeerConnection, PeerLink, type PeerLinkOptions } from './peer-link.js';
import { RebuildPace } from './rebuild-pace.js';

interface Entry {
  wanted: WantedLink;
  link: PeerLink;
  /** How often this end may make it anew, and how often the other end is followed in that. */
  readonly pace: RebuildPace;
  readonly theirPace: RebuildPace;
}

export class MeshEngine extends Emitter<MediaEngineEvents> implements MediaEngine {
  readonly #log: Logger;
  readonly #entries = new Map<LinkId, Entry>();
  readonly #closed = new ClosedLinks();
  readonly #tracks = new Map<MediaSource, MediaStreamTrack>();
  #iceServers: readonly IceServer[] = [];
  /** Made before it is needed: a page's first peer connection takes the longest. */
  #spare: RTCPeerConnection | undefined;
  #signalingUp = true;
  #relayMissing = false;
  /** Whether nothing comes over any link. */
  #silent = false;
  readonly #listening: ReturnType<typeof setInterval>;

  constructor(log: Logger) {
    super();
    this.#log = log;
    this.#listening = setInterval(() => this.#listen(performance.now()), FLOW_TIMES.lookMs);
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
      else entry.link.setWanted((entry.wanted = link));
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
    if (signal.kind === 'offer') {
      const { connection = 1 } = signal;
      if (connection < entry.link.connection) {
        return this.#log.debug('offer of a connection that is no more', { link: signal.link, connection });
      }
      // Whoever means it offers again.
      if (connection > entry.link.connection && !entry.theirPace.take(performance.now())) {
        return this.#log.debug('offer of another connection too soon', { link: signal.link, connection });
      }
      if (entry.link.isOvertakenBy(signal)) this.#replace(entry, connection, false);
      // It is of one that this end could not make.
      if (connection > entry.link.connection) return;
    }
    entry.link.receive(signal);
  }

  setSignaling(up: boolean): void {
    this.#signalingUp = up;
    for (const { link } of this.#entries.values()) link.setSignaling(up);
  }

  networkChanged(): void {
    for (const { link } of this.#entries.values()) link.networkChanged();
  }

  disturb(fault: 'media-lost' | 'network-change'): void {
    for (const { link } of this.#entries.values()) link.disturb(fault);
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
    clearInterval(this.#listening);
    this.setLinks([]);
    this.#spare?.close();
    this.#spare = undefined;
  }

  #open(wanted: WantedLink): void {
    const { peer } = wanted;
    const log = this.#log.with({ person: peer });
    log.info('link opened', { polite: wanted.polite });
    log.with({ category: 'decision' }).debug('who offers first', { you: !wanted.polite });
    const before = this.#closed.of(wanted.id);
    // The other end may have closed nothing, and wait for nothing.
    const others = before && { before, connection: before.connection + 1, offers: true };
    const link = this.#connect(wanted, others);
    this.#entries.set(wanted.id, { wanted, link, pace: RebuildPace.own(), theirPace: RebuildPace.following() });
    this.emit('link', { peer, phase: 'connecting' });
  }

  #connect(wanted: WantedLink, others: Pick<PeerLinkOptions, 'before' | 'connection' | 'offers'> = {}): PeerLink {
    const { peer } = wanted;
    const pc = this.#spare ?? newPeerConnection();
    this.#spare = undefined;
    const settings = { pc, link: wanted, iceServers: this.#iceServers, tracks: this.#tracks, log: this.#log };
    const link = new PeerLink({ ...settings, ...others });
    link.setSignaling(this.#signalingUp);
    link.on('signal', (signal) => this.emit('signal', signal));
    link.on('phase', (phase) => this.emit('link', { peer, phase }));
    link.on('relay', () => this.#tellRelays());
    link.on('negotiated', () => this.emit('negotiated', { peer }));
    link.on('view', () => this.emit('view', { peer }));
    link.on('track', ({ source, track }) => this.emit('track', { peer, source, track }));
    link.on('spent', (why) => this.#rebuild(wanted.id, link, why));
    return link;
  }

  /** A connection does not help any more: makes another one for the link, unless that was done a moment ago. */
  #rebuild(id: LinkId, spent: PeerLink, why: string): void {
    const entry = this.#entries.get(id);
    // Nobody would hear of it; what is spent says so again.
    if (entry?.link !== spent || !entry.wanted.reachable || !this.#signalingUp) return;
    if (!entry.pace.take(performance.now())) return;
    const connection = spent.connection + 1;
    this.#log
      .with({ category: 'decision', person: entry.wanted.peer })
      .warn('connection made anew', { why, connection });
    this.#replace(entry, connection, true);
  }

  /** Where the browser has no other connection to give, the one there is stays. */
  #replace(entry: Entry, connection: number, offers: boolean): void {
    const { wanted, link } = entry;
    try {
      entry.link = this.#connect(wanted, { before: link.past, connection, offers });
    } catch (cause) {
      return this.#log.with({ person: wanted.peer }).error('no other connection', { cause: String(cause) });
    }
    link.close();
  }

  /** Looks whether anything arrives. */
  #listen(nowMs: number): void {
    const silences = [...this.#entries.values()].flatMap(({ wanted, link }) => {
      const silentMs = link.listen(nowMs);
      return wanted.receive.length > 0 ? [silentMs] : [];
    });
    const silentMs = silences.length > 0 ? Math.min(...silences) : 0;
    const silent = silentMs >= FLOW_TIMES.doubtMs;
    if (silent === this.#silent) return;
    this.#silent = silent;
    this.emit('silence', { silentMs: silent ? silentMs : 0 });
  }

  #tellRelays(): void {
    const missing = [...this.#entries.values()].some(({ link }) => link.relay.missing);
    if (missing !== this.#relayMissing) this.emit('relay', { missing: (this.#relayMissing = missing) });
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
    this.#closed.keep(id, link.past);
    link.close();
    for (const source of wanted.receive) this.emit('track', { peer, source, track: undefined });
    this.emit('link', { peer, phase: undefined });
    this.#tellRelays();
  }
}

const isSameFlow = (one: WantedLink, other: WantedLink) =>
  String(one.send) === String(other.send) && String(one.receive) === String(other.receive);
