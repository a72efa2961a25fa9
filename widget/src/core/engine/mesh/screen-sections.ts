/**
 * The media sections of a link that carry shared screens. Each end has its own, added when it first shares and kept for
 * its next share, so what one end does never touches what the other shares. What a section carries is told beside the
 * descriptions, by its `mid`. Knows neither who may share nor when to negotiate.
 */
import type { MediaSource, SectionSources } from '@video-room/protocol';

export const SCREEN_SOURCES = ['screen', 'screenAudio'] as const satisfies readonly MediaSource[];
export type ScreenSource = (typeof SCREEN_SOURCES)[number];

export const isScreenSource = (source: MediaSource): source is ScreenSource => source.startsWith('screen');

export class ScreenSections {
  readonly #pc: RTCPeerConnection;
  readonly #own = new Map<MediaSource, RTCRtpTransceiver>();
  /** One stream for both, so that the other browser plays them in step. */
  readonly #stream = new MediaStream();

  constructor(pc: RTCPeerConnection) {
    this.#pc = pc;
  }

  /** What sends a source, if it was ever shared. */
  sender(source: ScreenSource): RTCRtpSender | undefined {
    return this.#own.get(source)?.sender;
  }

  /** Sends a track, or nothing any more. The browser then asks for a negotiation, unless one track only takes another's place. */
  async send(source: ScreenSource, track: MediaStreamTrack | null): Promise<void> {
    const section = this.#own.get(source);
    if (!section) {
      if (track)
        this.#own.set(source, this.#pc.addTransceiver(track, { direction: 'sendonly', streams: [this.#stream] }));
      return;
    }
    section.direction = track ? 'sendonly' : 'inactive';
    if (section.sender.track !== track) await section.sender.replaceTrack(track);
  }

  /** What this end's sections carry, for the other end. By direction: a track takes its place only a moment later. */
  get sources(): SectionSources | undefined {
    const sending = [...this.#own].flatMap(([source, { mid, direction }]) =>
      mid && direction === 'sendonly' ? [[mid, source]] : [],
    );
    return sending.length > 0 ? (Object.fromEntries(sending) as SectionSources) : undefined;
  }

  /** Takes of the other end's sections only what is allowed. @param theirs what they carry. */
  accept(theirs: SectionSources, allowed: readonly MediaSource[]): void {
    const own = [...this.#own.values()];
    for (const section of this.#pc.getTransceivers()) {
      const source = section.mid === null ? undefined : theirs[section.mid];
      if (source && !own.includes(section)) section.direction = allowed.includes(source) ? 'recvonly' : 'inactive';
    }
  }

  /** What comes of a source now. @param theirs what the other end's sections carry. */
  received(source: ScreenSource, theirs: SectionSources): MediaStreamTrack | undefined {
    return this.#pc
      .getTransceivers()
      .find(({ mid, currentDirection }) => mid !== null && theirs[mid] === source && currentDirection === 'recvonly')
      ?.receiver.track;
  }
}
