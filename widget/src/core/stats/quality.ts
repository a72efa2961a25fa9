/**
 * From how a link does to a word a person understands. Pure. It takes a moment of trouble to become worse and a longer
 * while of calm to become better, so the word does not flicker.
 */
import type { LinkHealth } from './link-health.js';

/** `fair`: one notices. `poor`: one does not understand each other well. */
export type ConnectionQuality = 'good' | 'fair' | 'poor';

const RANK: Readonly<Record<ConnectionQuality, number>> = { poor: 0, fair: 1, good: 2 };

/** So many samples in a row make it worse, or better. */
const WORSE_AFTER = 2;
const BETTER_AFTER = 4;

/**
 * The bounds: a conversation suffers from about 300 ms round trip on and becomes hard beyond 800 (ITU-T G.114 gives half
 * of each for one way); Opus conceals a loss of some percent, not of ten; with less than 60 kbit/s beside the sound no
 * picture is of use.
 */
export function qualityOf({ rttMs = 0, lossIn, lossOut, frozen, roomBps = Infinity }: LinkHealth): ConnectionQuality {
  const loss = Math.max(lossIn, lossOut);
  if (rttMs > 800 || loss > 0.1 || frozen > 0.25 || roomBps < 60_000) return 'poor';
  if (rttMs > 300 || loss > 0.03 || frozen > 0.05 || roomBps < 120_000) return 'fair';
  return 'good';
}

export class QualityMeter {
  #quality: ConnectionQuality = 'good';
  /** What it would become, after how many samples more. */
  #next: ConnectionQuality = 'good';
  #seen = 0;

  get quality(): ConnectionQuality {
    return this.#quality;
  }

  /** Takes the next sample. Samples come at an even pace. */
  add(sample: ConnectionQuality): ConnectionQuality {
    const worse = RANK[sample] < RANK[this.#quality];
    if (sample === this.#quality) this.#seen = 0;
    else if (this.#seen > 0 && worse === RANK[this.#next] < RANK[this.#quality]) {
      this.#seen += 1;
      // Of all that was seen on the way, the least change.
      if (worse ? RANK[sample] > RANK[this.#next] : RANK[sample] < RANK[this.#next]) this.#next = sample;
    } else {
      this.#seen = 1;
      this.#next = sample;
    }
    if (this.#seen >= (worse ? WORSE_AFTER : BETTER_AFTER)) {
      this.#quality = this.#next;
      this.#seen = 0;
    }
    return this.#quality;
  }
}

/**
 * How one's own network does: as bad as most of the links are, because what most of them suffer from is what they share.
 * With one link alone nobody can tell the two ends apart; then it is both ends'.
 */
export function ownQuality(links: readonly ConnectionQuality[]): ConnectionQuality {
  const worstFirst = [...links].sort((one, other) => RANK[one] - RANK[other]);
  return worstFirst[Math.floor(links.length / 2)] ?? 'good';
}
