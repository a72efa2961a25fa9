/**
 * How much is to be given up so that the computer keeps up: quickly more, slowly less, and more slowly each time that
 * taking it back was too early. Pure; knows no clock but the looks it is given.
 */
import { MOST_RELIEF } from './encodings.js';

/** Looks in a row that find the computer strained before more is given up. */
const STRAINED_LOOKS = 3;
/** Looks in a row without strain before some is taken back, at first and at most. */
const CALM_LOOKS = 15;
const MOST_CALM_LOOKS = 120;

export class Strain {
  relief = 0;
  #strained = 0;
  #calm = 0;
  #patience = CALM_LOOKS;
  #tookBack = false;

  /** @param strained whether anything was held back for want of computing power since the last look. */
  look(strained: boolean): void {
    this.#strained = strained ? this.#strained + 1 : 0;
    this.#calm = strained ? 0 : this.#calm + 1;
    if (this.#strained >= STRAINED_LOOKS && this.relief < MOST_RELIEF) {
      if (this.#tookBack) this.#patience = Math.min(MOST_CALM_LOOKS, this.#patience * 2);
      this.#step(1);
    } else if (this.#calm >= this.#patience && this.relief > 0) this.#step(-1);
  }

  #step(by: 1 | -1): void {
    this.relief += by;
    this.#tookBack = by < 0;
    this.#strained = this.#calm = 0;
  }
}
