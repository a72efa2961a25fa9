/**
 * One link carried by one RTCPeerConnection: what flows over it, how that is negotiated, and what keeps it going. One end makes
 * the first offer, the impolite one unless the connection is made anew.
 */
import type { IceServer, MediaSource, SignalMessage } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import { Emitter } from '../../emitter.js';
import type { LinkPhase } from '../../session-state.js';
import type { Sent, View, WantedLink } from '../media-engine.js';
import { cleanedSignals } from './cleaned-signals.js';
import { FLOW_TIMES } from './flow-watch.js';
import { IceConfiguration } from './ice-configuration.js';
import { LinkEar } from './link-ear.js';
import { LinkMedia } from './link-media.js';
import type { LinkPast } from './link-past.js';
import { LinkRepair, type Repair } from './link-repair.js';
import { LinkViews } from './link-views.js';
import { logConnection } from './log-connection.js';
import { Negotiator, type NumberedSignal } from './negotiator.js';
import { watchPath } from './path-watch.js';
import { RelayWatch } from './relay-watch.js';
import { sendWholePictures } from './whole-pictures.js';

interface PeerLinkEvents {
  signal: SignalMessage;
  phase: LinkPhase;
  /** What `relay` says is another than before. */
  relay: undefined;
  negotiated: undefined;
  /** The other end shows what is sent in another size. */
  view: undefined;
  /** `undefined` when a screen is not shared any more. */
  track: { source: MediaSource; track: MediaStreamTrack | undefined };
  /** This connection does not help any more, and why: the link needs another one. */
  spent: string;
}

export const newPeerConnection = (): RTCPeerConnection => new RTCPeerConnection({ bundlePolicy: 'max-bundle' });

export interface PeerLinkOptions {
  /** From `newPeerConnection`, used for nothing yet. The link closes it. */
  pc: RTCPeerConnection;
  link: WantedLink;
  iceServers: readonly IceServer[];
  /** What is sent already, by source. */
  tracks: ReadonlyMap<MediaSource, MediaStreamTrack>;
  log: Logger;
  /** How far the link had come by the connection in whose place this one comes. Not that itself: it would be kept. */
  before?: LinkPast;
  /** Which connection of the link it is, from 1. */
  connection?: number;
  /** Whether this end makes the first offer. */
  offers?: boolean;
}

export class PeerLink extends Emitter<PeerLinkEvents> {
  readonly connection: number;
  readonly relay: RelayWatch;
  #link: WantedLink;
  readonly #offers: boolean;
  #wasStable = false;
  readonly #log: Logger;
  readonly #pc: RTCPeerConnection;
  readonly #ice: IceConfiguration;
  readonly #negotiator: Negotiator;
  readonly #repair: LinkRepair;
  readonly #ear: LinkEar;
  readonly #media: LinkMedia;
  readonly #views: LinkViews;

  constructor({ pc, link, iceServers, tracks, log, before, connection = 1, offers = !link.polite }: PeerLinkOptions) {
    super();
    this.#link = link;
    this.connection = connection;
    this.#offers = offers;
    this.#views = new LinkViews(before?.seen);
    this.#log = log.with({ person: link.peer });
    this.#pc = pc;
    this.#media = new LinkMedia(pc, {
      flow: link,
      tracks,
      log: this.#log,
      theirs: () => this.#negotiator.theirs,
      onTrack: (source, track) => {
        if (source === 'screen' && track) this.#views.screenArrived();
        this.emit('track', { source, track });
      },
    });
    this.#ice = new IceConfiguration(pc, iceServers, link.relayOnly === true);
    this.#ear = new LinkEar(pc);
    logConnection(this.#pc, this.#log);
    this.on('phase', (phase) => this.relay.follow(phase));
    const onChange = () => this.emit('relay', undefined);
    this.relay = new RelayWatch(pc, { log: this.#log, ice: this.#ice, wasMissing: before?.relayMissing, onChange });
    const { polite } = link;
    this.#negotiator = new Negotiator(this.#pc, {
      polite,
      offers,
      log: this.#log,
      link: link.id,
      sources: () => this.#media.sources,
      ...(before && { seq: before.seq }),
    });
    const number = connection > 1 ? { connection } : {};
    const isFirst = !before;
    const send = (said: NumberedSignal) =>
      this.emit('signal', { ...said, ...(said.kind === 'offer' && number), link: link.id });
    this.#negotiator.on('signal', link.relayOnly ? cleanedSignals(send, this.#log) : send);
    this.#negotiator.on('stuck', (why) => this.emit('spent', why));
    this.#negotiator.on('stable', () => {
      if (!this.#wasStable && !isFirst) this.#sayView();
      this.#wasStable = true;
      this.emit('negotiated', undefined);
      this.#media.showScreens();
    });
    this.#negotiator.on('offered', (instead) => {
      if (this.#ice.beforeAnswer()) this.#repair.restarted(instead);
      this.#media.adopt();
    });
    this.#repair = new LinkRepair(this.#pc, {
      polite,
      log: this.#log,
      onPhase: (phase) => this.emit('phase', phase),
      onRepair: (repair) => this.#mend(repair),
      onHeard: () => sendWholePictures(pc),
      onVain: () => this.emit('spent', 'repairs in vain'),
    });
    // What went over the path before is lost, and the other end can make nothing of what follows.
    watchPath(pc, () => this.#repair.isMending && sendWholePictures(pc));
    if (!offers) return;
    this.#media.add();
    this.#negotiator.start();
  }

  /** How far the link has come. */
  get past(): LinkPast {
    return {
      connection: this.connection,
      seq: this.#negotiator.seq,
      seen: this.#views.here,
      relayMissing: this.relay.missing,
    };
  }

  receive(signal: SignalMessage): void {
    if (signal.kind !== 'view') return this.#negotiator.receive(signal);
    this.#views.told(signal);
    this.emit('view', undefined);
  }

  /** Says again what may have been lost. */
  resend(): void {
    this.#negotiator.resend();
    this.#sayView();
  }

  /**
   * Whether an offer needs another connection than this one: a newer one, or, when both ends have made one anew at once, the
   * polite end another to answer with, as what it has offered itself cannot be taken back.
   */
  isOvertakenBy({ connection = 1 }: Extract<SignalMessage, { kind: 'offer' }>): boolean {
    if (connection !== this.connection) return connection > this.connection;
    return this.#link.polite && this.#offers && !this.#wasStable;
  }

  /** This end may have another network than before. */
  networkChanged(): void {
    this.#repair.networkChanged();
  }

  /** Plays a fault. */
  disturb(fault: 'media-lost' | 'network-change'): void {
    if (fault === 'media-lost') this.#pc.close();
    else {
      this.networkChanged();
      this.#mend({ withoutPath: true, stale: true });
    }
  }

  #mend({ withoutPath, stale }: Repair): void {
    if (withoutPath) this.#negotiator.renew(() => this.#ice.restart(), stale);
    else this.#negotiator.resend();
  }

  /** Looks whether anything arrives. Returns for how long nothing has, in milliseconds. */
  listen(nowMs: number): number {
    const { receive, sends } = this.#link;
    // Where nothing may come, nothing is missed.
    const silentMs = receive.length > 0 ? this.#ear.listen(nowMs) : 0;
    // Where nothing could be heard, what the browser says has to do.
    const isDeaf = receive.length === 0 || !this.#ear.hasHeard;
    this.#media.listen(isDeaf || silentMs >= FLOW_TIMES.longSilenceMs);
    this.#repair.listen(
      silentMs,
      sends.some((source) => !this.#views.isHidden(source)),
    );
    return silentMs;
  }

  setSignaling(up: boolean): void {
    // So that what is judged is how it is now.
    if (up) this.listen(performance.now());
    this.relay.setSignaling(up);
    this.#repair.setSignaling(up);
  }

  /** For the next repair. */
  setIceServers(servers: readonly IceServer[]): void {
    this.#ice.setServers(servers);
  }

  /** What is known of the other end by now, while what may flow stays the same. */
  setWanted(link: WantedLink): void {
    this.#link = link;
  }

  /** Sends and receives from now on what `link` says. The browser then asks for a new negotiation. */
  setFlow(link: WantedLink): void {
    this.#link = link;
    this.#media.adopt(link);
    this.listen(performance.now());
  }

  setTrack(source: MediaSource, track: MediaStreamTrack | null): void {
    if (source === 'screen' && !this.#media.sends(source)) this.#views.screenBegins();
    this.#media.setTrack(source, track);
  }

  /** How loud the other person is now, in 0..1. */
  get level(): number {
    return this.#media.level;
  }

  /** What is sent over this link, and how large the other end shows it. */
  get sent(): Sent[] {
    const { peer } = this.#link;
    return this.#media.senders.map(([source, sender]) => ({ peer, source, sender, shown: this.#views.shown(source) }));
  }

  report(): Promise<RTCStatsReport> {
    return this.#pc.getStats();
  }

  /** Tells the other end how large its pictures are shown here, if it was told otherwise before. */
  setView(view: View): void {
    if (this.#views.show(view)) this.#sayView();
  }

  #sayView(): void {
    if (this.#views.here) this.#negotiator.send({ kind: 'view', ...this.#views.here });
  }

  close(): void {
    this.relay.close();
    this.#repair.close();
    this.#pc.close();
  }
}
