/**
 * What flows over one connection. Both devices have their transceiver from the first offer on, with or without a track, so
 * camera and microphone come and go by `replaceTrack` and never renegotiate. One end adds them; the other puts its tracks into
 * those that the offer brings. Shared screens have sections of their own, which come after these. Knows of no negotiation.
 */
import type { DeviceSource, MediaSource, SectionSources } from '@video-room/protocol';
import { DEVICE_SOURCES, MEDIA_SOURCES } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import type { WantedLink } from '../media-engine.js';
import { directionOf } from './flow-direction.js';
import { isScreenSource, SCREEN_SOURCES, ScreenSections } from './screen-sections.js';
import { preferRed } from './sound-coding.js';

const KINDS: Record<DeviceSource, 'audio' | 'video'> = { microphone: 'audio', camera: 'video' };

/** What may flow each way. */
type Flow = Pick<WantedLink, 'send' | 'receive'>;

export interface LinkMediaOptions {
  flow: Flow;
  /** What is sent already, by source. */
  tracks: ReadonlyMap<MediaSource, MediaStreamTrack>;
  log: Logger;
  /** What the other end told of its sections. */
  theirs: () => SectionSources;
  /** Something arrives; `undefined` when a screen is not shared any more. */
  onTrack: (source: MediaSource, track: MediaStreamTrack | undefined) => void;
}

export class LinkMedia {
  readonly #pc: RTCPeerConnection;
  readonly #options: LinkMediaOptions;
  readonly #log: Logger;
  #flow: Flow;
  /** One stream for both sources, so that the other browser plays them in step. */
  readonly #stream = new MediaStream();
  readonly #tracks: Map<MediaSource, MediaStreamTrack>;
  readonly #screens: ScreenSections;
  /** What is said goes nowhere, as far as can be told. */
  #isCut = false;
  /** The other end's screens as they were last told. */
  readonly #shown = new Map<MediaSource, MediaStreamTrack>();

  constructor(pc: RTCPeerConnection, options: LinkMediaOptions) {
    this.#pc = pc;
    this.#options = options;
    this.#log = options.log.with({ category: 'track' });
    this.#flow = options.flow;
    this.#tracks = new Map(options.tracks);
    this.#screens = new ScreenSections(pc);
    pc.addEventListener('track', (event) => this.#onTrack(event));
    pc.addEventListener('connectionstatechange', () => this.listen(this.#isCut));
  }

  /** What to tell the other end of this end's sections. */
  get sources(): SectionSources | undefined {
    return this.#screens.sources;
  }

  /** How loud the other person is now, in 0..1. */
  get level(): number {
    const receiver = this.#transceiver('microphone')?.receiver;
    return receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0;
  }

  /** What sends, by source. */
  get senders(): [MediaSource, RTCRtpSender][] {
    return MEDIA_SOURCES.flatMap((source) => {
      const sender = isScreenSource(source) ? this.#screens.sender(source) : this.#transceiver(source)?.sender;
      return sender ? [[source, sender] as [MediaSource, RTCRtpSender]] : [];
    });
  }

  /** Makes the sections of the devices, for the first offer. */
  add(): void {
    for (const source of DEVICE_SOURCES) {
      const direction = directionOf(source, this.#flow);
      const transceiver = this.#pc.addTransceiver(KINDS[source], { direction, streams: [this.#stream] });
      if (source === 'microphone') preferRed(transceiver);
      this.#fill(source);
    }
    for (const source of SCREEN_SOURCES) this.#fill(source);
  }

  /** Fills the sections there are, and lets flow from now on what may. */
  adopt(flow = this.#flow): void {
    this.#flow = flow;
    for (const source of DEVICE_SOURCES) {
      const transceiver = this.#transceiver(source);
      if (!transceiver) continue;
      transceiver.direction = directionOf(source, flow);
      transceiver.sender.setStreams(this.#stream);
      if (source === 'microphone') preferRed(transceiver);
      this.#fill(source);
    }
    this.#screens.accept(this.#options.theirs(), flow.receive);
    for (const source of SCREEN_SOURCES) this.#fill(source);
  }

  setTrack(source: MediaSource, track: MediaStreamTrack | null): void {
    if (track) this.#tracks.set(source, track);
    else this.#tracks.delete(source);
    this.#fill(source);
  }

  /** @param silent whether nothing comes from the other end: `disconnected` alone may be one check that was lost. */
  listen(silent: boolean): void {
    const { connectionState } = this.#pc;
    if (connectionState === 'failed') this.#cut(true);
    else if (connectionState === 'connected' || !silent) this.#cut(false);
    else if (connectionState === 'disconnected') this.#cut(true);
  }

  sends(source: MediaSource): boolean {
    return this.#tracks.has(source);
  }

  /** Tells of the other end's screens, whenever the two have agreed anew. */
  showScreens(): void {
    for (const source of SCREEN_SOURCES) {
      const track = this.#flow.receive.includes(source)
        ? this.#screens.received(source, this.#options.theirs())
        : undefined;
      if (track === this.#shown.get(source)) continue;
      if (track) this.#shown.set(source, track);
      else this.#shown.delete(source);
      this.#tell(source, track);
    }
  }

  #cut(isCut: boolean): void {
    if (isCut === this.#isCut) return;
    this.#isCut = isCut;
    this.#fill('microphone');
  }

  /** Sends what there is to send of a source. Nothing before the devices have their sections: those come first. */
  #fill(source: MediaSource): void {
    // Chromium keeps what is said into a connection that is cut, and delivers it when there is a path again: the other end would
    // hear seconds of it first, and all that follows as late.
    const isWithheld = source === 'microphone' && this.#isCut;
    const track = (!isWithheld && this.#flow.send.includes(source) && this.#tracks.get(source)) || null;
    this.#send(source, track).catch((cause: unknown) => {
      if (this.#pc.signalingState === 'closed') return;
      this.#options.log.error('track not sent', { source, cause: String(cause) });
    });
  }

  async #send(source: MediaSource, track: MediaStreamTrack | null): Promise<void> {
    if (isScreenSource(source)) {
      if (this.#transceiver('camera')) await this.#screens.send(source, track);
      return;
    }
    const sender = this.#transceiver(source)?.sender;
    if (!sender || sender.track === track) return;
    await sender.replaceTrack(track);
    this.#log.debug(track ? 'track sent' : 'track withdrawn', { source });
    // While that took, another may have been wanted.
    this.#fill(source);
  }

  /** The protocol fixes the order of the first two media sections: microphone, camera. */
  #transceiver(source: DeviceSource): RTCRtpTransceiver | undefined {
    return this.#pc.getTransceivers()[DEVICE_SOURCES.indexOf(source)];
  }

  #onTrack({ transceiver, track }: RTCTrackEvent): void {
    const source = DEVICE_SOURCES[this.#pc.getTransceivers().indexOf(transceiver)];
    if (!source || !this.#flow.receive.includes(source)) return;
    track.onmute = track.onunmute = track.onended = ({ type }) => this.#log.debug(`track ${type}`, { source });
    this.#tell(source, track);
  }

  #tell(source: MediaSource, track: MediaStreamTrack | undefined): void {
    this.#log.debug(track ? 'track arrived' : 'track gone', { source });
    this.#options.onTrack(source, track);
  }
}
