/** Two mesh engines in one page and the wire between them, for browser tests. */
import { LogBus, Logger } from '@video-room/log';
import { MEDIA_SOURCES, type MediaSource, type SignalMessage } from '@video-room/protocol';
import type { WantedLink } from '../media-engine.js';
import { MeshEngine } from './mesh-engine.js';

/** Two engines with a wire between them that the test can slow down, cut and repeat on. */
export class EnginePair {
  readonly bus = new LogBus();
  readonly low = this.#engine('low');
  readonly high = this.#engine('high');
  /** How each signal is delivered; default: in order, at once. */
  deliver: (signal: SignalMessage, arrive: () => void) => void = (_signal, arrive) => arrive();
  readonly phases = new Map<string, string | undefined>();
  readonly tracks = new Map<string, MediaStreamTrack | undefined>();

  #sdp = '';

  constructor() {
    this.#wire('low', this.low, this.high);
    this.#wire('high', this.high, this.low);
  }

  open(id = 'link', sources: readonly MediaSource[] = MEDIA_SOURCES, relayOnly = false, reachable = true): void {
    const link = (peer: string, polite: boolean): WantedLink => {
      const record = { id, peer, polite, state: 'open' as const, ...(relayOnly && { relayOnly: true as const }) };
      return { ...record, send: sources, receive: sources, sends: sources, reachable };
    };
    this.low.setLinks([link('high', true)]);
    this.high.setLinks([link('low', false)]);
  }

  close(): void {
    this.low.close();
    this.high.close();
  }

  logged(text: string): number {
    return this.bus.entries().filter((entry) => entry.text === text).length;
  }

  /** Media sections of a kind in the newest description. */
  sections(kind: 'audio' | 'video'): number {
    return this.#sdp.split(`m=${kind}`).length - 1;
  }

  #engine(name: string): MeshEngine {
    return new MeshEngine(new Logger(this.bus, { category: 'session', cause: name }));
  }

  #wire(name: string, from: MeshEngine, to: MeshEngine): void {
    from.on('signal', (signal) => {
      if ('sdp' in signal) this.#sdp = signal.sdp;
      this.deliver(signal, () => to.receive({ ...signal, from: name }));
    });
    from.on('link', ({ phase }) => this.phases.set(name, phase));
    from.on('track', ({ source, track }) => this.tracks.set(`${name} ${source}`, track));
  }
}

export const TIMEOUT_MS = 15_000;

export async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A moving picture of one colour. */
export function painted(colour: string): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 64;
  const context = canvas.getContext('2d');
  const timer = setInterval(() => {
    if (!context) return;
    context.fillStyle = colour;
    context.fillRect(0, 0, 64, 64);
  }, 50);
  const [track] = canvas.captureStream(20).getVideoTracks();
  if (!track) throw new Error('A canvas gives a track');
  track.addEventListener('ended', () => clearInterval(timer));
  return track;
}

/** Whether something is to be seen of a track. */
export async function pictureOf(track: MediaStreamTrack | undefined): Promise<boolean> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream(track ? [track] : []);
  await video.play();
  return video.videoWidth > 0;
}
