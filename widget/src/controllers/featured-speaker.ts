/**
 * Who is shown large while nobody is pinned: whoever speaks, without jumping back and forth. Nobody is taken away within
 * two seconds, and whoever still speaks only by somebody who was louder for two seconds.
 */

/** The least time between two changes, and for which somebody must be louder than the one who still speaks. */
const HOLD_MS = 2_000;

export interface Speaker {
  readonly key: string;
  readonly speaking: boolean;
  /** Louder than all others who speak. */
  readonly loudest: boolean;
}

export interface Featured {
  readonly key: string;
  /** When it became so; -Infinity for who was only the first to be there. */
  readonly sinceMs: number;
  readonly rival?: { readonly key: string; readonly sinceMs: number };
}

/**
 * Pure.
 *
 * @param people everybody but oneself, in the order they came
 * @param nowMs any clock that only goes forward
 */
export function featuredOf(
  before: Featured | undefined,
  people: readonly Speaker[],
  nowMs: number,
): Featured | undefined {
  const loudest = people.find((person) => person.loudest);
  const current = people.find(({ key }) => key === before?.key);
  if (!before || !current) {
    if (loudest) return { key: loudest.key, sinceMs: nowMs };
    return people[0] && { key: people[0].key, sinceMs: -Infinity };
  }
  if (!loudest || loudest === current) return { key: before.key, sinceMs: before.sinceMs };
  const rival = before.rival?.key === loudest.key ? before.rival : { key: loudest.key, sinceMs: nowMs };
  return nowMs >= dueAt({ ...before, rival }, current.speaking)
    ? { key: rival.key, sinceMs: nowMs }
    : { ...before, rival };
}

/** When the rival, if it goes on, takes the place. */
function dueAt({ sinceMs, rival }: Featured, stillSpeaks: boolean): number {
  return rival ? Math.max(sinceMs + HOLD_MS, stillSpeaks ? rival.sinceMs + HOLD_MS : rival.sinceMs) : Infinity;
}

/** Follows the people, also when it is time for a change and nothing else happens. */
export class FeaturedSpeaker {
  readonly #onChange: () => void;
  #featured: Featured | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Key of who is featured; undefined if nobody is there. */
  update(people: readonly Speaker[]): string | undefined {
    const now = performance.now();
    this.#featured = featuredOf(this.#featured, people, now);
    clearTimeout(this.#timer);
    if (this.#featured?.rival) {
      const speaks = people.some(({ key, speaking }) => speaking && key === this.#featured?.key);
      this.#timer = setTimeout(this.#onChange, dueAt(this.#featured, speaks) - now);
    }
    return this.#featured?.key;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
