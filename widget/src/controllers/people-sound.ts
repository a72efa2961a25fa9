/**
 * The one place that plays sound of others, whatever is on the stage. Its players are in no document, so nothing that moves
 * or goes out of sight there interrupts them.
 */
import type { Voice } from './voices.js';

export class PeopleSound {
  readonly #onRefused: () => void;
  readonly #players = new Map<string, HTMLAudioElement>();
  #speaker = '';

  /** @param onRefused the browser does not play before a gesture; `play` within one. */
  constructor(onRefused: () => void) {
    this.#onRefused = onRefused;
  }

  /** Whether the browser lets the page choose what sound comes out of. */
  static get canChooseSpeaker(): boolean {
    return 'setSinkId' in HTMLMediaElement.prototype;
  }

  /** @param speaker device id; empty: the system's choice. */
  show(voices: readonly Voice[], speaker: string): void {
    const gone = new Set(this.#players.keys());
    for (const { key, track, volume, muted } of voices) {
      gone.delete(key);
      let player = this.#players.get(key);
      if (!player) this.#players.set(key, (player = this.#newPlayer(speaker)));
      player.volume = volume;
      player.muted = muted;
      if ((player.srcObject as MediaStream | null)?.getTracks()[0] === track) continue;
      player.srcObject = new MediaStream([track]);
      this.#start(player);
    }
    for (const key of gone) {
      this.#players.get(key)!.srcObject = null;
      this.#players.delete(key);
    }
    if (speaker !== this.#speaker) for (const player of this.#players.values()) route(player, speaker);
    this.#speaker = speaker;
  }

  /** Starts what is there; within a gesture the browser allows it. */
  play(): void {
    for (const player of this.#players.values()) this.#start(player);
  }

  #newPlayer(speaker: string): HTMLAudioElement {
    const player = new Audio();
    player.autoplay = true;
    // Nobody but the system does that: during a phone call, say.
    player.addEventListener('pause', () => player.srcObject && this.#start(player));
    if (speaker) route(player, speaker);
    return player;
  }

  /** Other failures only say that something newer is to be played. */
  #start(player: HTMLAudioElement): void {
    player.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.#onRefused();
    });
  }
}

/** One that is gone leaves the sound where it is. */
function route(player: HTMLAudioElement, speaker: string): void {
  if (PeopleSound.canChooseSpeaker) player.setSinkId(speaker).catch(() => undefined);
}
