/**
 * The reactions that are shown at this moment. Each person has a few lanes and each reaction takes a free one for a while;
 * of somebody whose lanes are all taken nothing more is shown, so nobody can flood the screen.
 */

const SHOWN_FOR_MS = 3_600;
const LANES = 5;

/** What is in each lane; empty: nothing. */
export type Lanes = readonly string[];

export class Reactions {
  readonly #onChange: () => void;
  readonly #lanes = new Map<string, string[]>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  /** @param onChange called when others are shown than before. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Who shows something, and what. */
  get shown(): ReadonlyMap<string, Lanes> {
    return this.#lanes;
  }

  /** Returns whether that person did not show the same already. */
  show(person: string, emoji: string): boolean {
    const lanes = this.#lanes.get(person) ?? Array.from({ length: LANES }, () => '');
    const isNew = !lanes.includes(emoji);
    const free = lanes.indexOf('');
    if (free < 0) return isNew;
    this.#put(person, put(lanes, free, emoji));
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#put(person, put(this.#lanes.get(person) ?? [], free, ''));
    }, SHOWN_FOR_MS);
    this.#timers.add(timer);
    return isNew;
  }

  clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#lanes.clear();
  }

  #put(person: string, lanes: string[]): void {
    if (lanes.some(Boolean)) this.#lanes.set(person, lanes);
    else this.#lanes.delete(person);
    this.#onChange();
  }
}

const put = (lanes: Lanes, at: number, emoji: string): string[] =>
  lanes.map((shown, lane) => (lane === at ? emoji : shown));
