/**
 * One's own shared screen: asks for it, keeps it while it may be shared, notices when the person ends it with the
 * browser's own controls. Sharing another screen is a new question; until it is answered, the old one stays.
 */
import type { MediaSource } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import { Emitter } from '../emitter.js';
import { VideoRoomError } from '../errors.js';
import type { ScreenState } from '../session-state.js';
import type { DisplayPort } from './display-port.js';
import { toScreenError } from './screen-errors.js';

export interface ShareOptions {
  /** A film or a game: more pictures a second, rather than sharp text. Default false. */
  motion?: boolean;
}

export interface LocalScreenOptions {
  log: Logger;
  display: DisplayPort;
}

export class LocalScreen extends Emitter<{ screen: ScreenState }> {
  readonly #log: Logger;
  readonly #display: DisplayPort;
  #state: ScreenState = { status: 'off' };
  #allowed: readonly MediaSource[] = [];
  #motion = false;
  /** Grows whenever a pending question becomes pointless. */
  #round = 0;

  constructor({ log, display }: LocalScreenOptions) {
    super();
    this.#log = log.with({ category: 'device' });
    this.#display = display;
  }

  /** What may be sent from now on; what is not is stopped. */
  allow(sources: readonly MediaSource[]): void {
    this.#allowed = sources;
    if (!sources.includes('screen')) this.stop();
    else if (this.#state.audio && !sources.includes('screenAudio')) this.#dropSound();
  }

  /** Asks for a screen, unless one is shared already. */
  start({ motion = false }: ShareOptions = {}): void {
    if (this.#state.status === 'on' || this.#state.status === 'starting') return;
    this.#motion = motion;
    this.#set({ status: 'starting' });
    this.#ask({ status: 'off' });
  }

  /** Asks for another screen than the one that is shared. */
  change(): void {
    if (this.#state.status === 'on') this.#ask(this.#state);
    else this.start();
  }

  stop(): void {
    this.#round += 1;
    const { status, track, audio } = this.#state;
    if (status === 'off') return;
    end(track, audio);
    if (track) this.#log.info('screen off');
    this.#set({ status: 'off' });
  }

  /** @param before what goes on if nothing else is chosen. */
  #ask(before: ScreenState): void {
    const round = (this.#round += 1);
    this.#open().then(
      (stream) => (round === this.#round ? this.#arrive(stream) : end(...stream.getTracks())),
      async (cause: unknown) => {
        const error = await toScreenError(cause, this.#display);
        if (round !== this.#round) return;
        this.#log.warn('screen not shared', { code: error.code });
        if (before.status === 'on') this.#set(error.code === 'screen-denied' ? before : { ...before, error });
        else this.#set({ status: 'failed', error });
      },
    );
  }

  async #open(): Promise<MediaStream> {
    if (!this.#allowed.includes('screen')) throw new VideoRoomError('not-allowed', 'No screen may be shared here');
    if (!this.#display.supported) throw new VideoRoomError('screen-unsupported', 'The browser cannot share screens');
    return this.#display.open({ sound: this.#allowed.includes('screenAudio'), motion: this.#motion });
  }

  #arrive(stream: MediaStream): void {
    const [track] = stream.getVideoTracks();
    const [audio] = stream.getAudioTracks();
    if (!track) return this.#set({ status: 'failed', error: new VideoRoomError('screen-failed', 'No picture came') });
    track.contentHint = this.#motion ? 'motion' : 'detail';
    if (audio) audio.contentHint = 'music';
    track.addEventListener('ended', () => this.#state.track === track && this.stop());
    audio?.addEventListener('ended', () => this.#state.audio === audio && this.#dropSound());
    const { track: oldTrack, audio: oldAudio } = this.#state;
    this.#log.info('screen on', { sound: !!audio, surface: track.getSettings().displaySurface });
    this.#set({ status: 'on', track, ...(audio && { audio }) });
    // Only now, so that nobody sees a gap.
    end(oldTrack, oldAudio);
  }

  #dropSound(): void {
    const { audio, ...rest } = this.#state;
    this.#set(rest);
    end(audio);
  }

  #set(state: ScreenState): void {
    this.#state = state;
    this.emit('screen', state);
  }
}

function end(...tracks: readonly (MediaStreamTrack | undefined)[]): void {
  for (const track of tracks) track?.stop();
}
