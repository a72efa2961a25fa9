/**
 * The one place that sets how pictures are encoded for each link: from how large they are shown there, from what may be
 * sent in all, and from whether this computer keeps up. The browser finds out what the line can take. Sound goes first.
 */
import type { Logger } from '@video-room/log';
import type { MediaEngine, Sent } from '../engine/media-engine.js';
import { cameraEncoding, screenEncoding, within, type Encoding } from './encodings.js';
import type { LinkReports } from './link-sampler.js';
import { Strain } from './strain.js';

export interface AdaptationOptions {
  engine: Pick<MediaEngine, 'on' | 'sent'>;
  log: Logger;
  /** What may be sent in all, in bits per second. */
  budget: () => number;
}

/** Of what may be sent this much is kept for sound, on each link. */
const SOUND_BPS = 48_000;

type Priorities = Readonly<Record<Sent['source'], RTCPriorityType>>;
const PRIORITIES: Priorities = { microphone: 'high', screenAudio: 'high', screen: 'medium', camera: 'low' };

export class Adaptation {
  readonly #options: AdaptationOptions;
  readonly #log: Logger;
  readonly #strain = new Strain();
  readonly #stops: readonly (() => void)[];

  constructor(options: AdaptationOptions) {
    this.#options = options;
    const { engine } = options;
    this.#log = options.log.with({ category: 'decision' });
    this.#stops = [engine.on('view', () => this.apply()), engine.on('negotiated', () => this.apply())];
    this.apply();
  }

  /** Sets what differs from what should be, now. */
  apply(): void {
    const sent = this.#options.engine.sent();
    const pictures = sent.filter(({ sender }) => sender.track?.kind === 'video');
    const sounds = sent.length - pictures.length;
    const wishes = pictures.map((picture) => wishFor(picture, this.#strain.relief));
    const encodings = within(this.#options.budget() - sounds * SOUND_BPS, wishes);
    for (const one of sent) set(one, encodings[pictures.indexOf(one)] ?? {}, this.#log);
  }

  /** Whether this computer keeps up, as the links say, at an even pace. */
  look(reports: LinkReports): void {
    const before = this.#strain.relief;
    this.#strain.look([...reports.values()].some(isLimitedByCpu));
    const { relief } = this.#strain;
    if (relief > before) this.#log.warn('computer cannot keep up', { relief });
    if (relief < before) this.#log.info('computer keeps up again', { relief });
    this.apply();
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }
}

function wishFor({ source, sender: { track }, shown }: Sent, relief: number): Encoding {
  const { width = 0, height = 0 } = track?.getSettings() ?? {};
  const picture = { width, height, shown };
  return source === 'screen'
    ? screenEncoding(picture, track?.contentHint === 'motion', relief)
    : cameraEncoding(picture, relief);
}

function set({ peer, source, sender }: Sent, wish: Partial<Encoding>, log: Logger): void {
  const parameters: RTCRtpSendParameters & { degradationPreference?: string } = sender.getParameters();
  const [encoding] = parameters.encodings as [RTCRtpEncodingParameters?];
  // Not negotiated yet, it gets what it should with the negotiation.
  if (!encoding) return;
  const wanted = { ...wish, priority: PRIORITIES[source] };
  const names = Object.keys(wanted) as (keyof typeof wanted)[];
  if (names.every((name) => encoding[name] === wanted[name])) return;
  Object.assign(encoding, wanted);
  if (source === 'screen') parameters.degradationPreference = 'maintain-resolution';
  sender.setParameters(parameters).then(
    () => log.with({ person: peer }).debug('encoding', { source, ...wanted }),
    // Refused while the link is being closed or negotiated; then the next look sets it.
    () => undefined,
  );
}

/** The report is of mixed dictionaries which TypeScript's DOM types leave open. */
const isLimitedByCpu = (report: RTCStatsReport): boolean =>
  [...(report as ReadonlyMap<string, Record<string, unknown>>).values()].some(
    (stat) => stat['qualityLimitationReason'] === 'cpu',
  );
