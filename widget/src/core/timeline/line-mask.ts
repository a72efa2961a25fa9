/**
 * What of a log entry may leave the page: no address, token, credential or session description, and people by their
 * participant ids. Pure but for the names it has learned.
 */
import { redact, redactText, type LogEntry } from '@video-room/log';
import { LIMITS, type LineDetail, type LogLine } from '@video-room/protocol';
import { maskNames } from '../mask-names.js';
import type { SessionState } from '../session-state.js';

/** Free words of people, by whatever name they go by then: whose they are is said by `person`. */
const WORDS_OF_PEOPLE: ReadonlySet<string> = new Set(['name', 'identity', 'metadata', 'attributes']);
/** A cause that servers take, as docs/protocol.md says. */
const CAUSE = /^[\w-]{1,64}:\d{1,16}$/;
/** Words remembered, also of people who left. */
const WORDS_KEPT = 2_000;

export class LineMask {
  readonly #words = new Map<string, string>();
  #mask: (text: string) => string = (text) => text;
  #known: SessionState['participants'] | undefined;

  /** Learns how people and the room are called. Costs nothing while nobody comes or changes. */
  learn({ participants, room }: SessionState): void {
    if (participants === this.#known) return;
    this.#known = participants;
    const before = this.#words.size;
    if (room) this.#remember(room.name, 'room');
    for (const { id, identity, name } of participants.values())
      for (const word of [name, identity]) this.#remember(word, id);
    if (this.#words.size === before) return;
    for (const word of this.#words.keys()) if (this.#words.size > WORDS_KEPT) this.#words.delete(word);
    this.#mask = maskNames(this.#words);
  }

  lineOf({ time, level, category, person, text, detail, cause }: LogEntry): LogLine {
    return {
      time,
      level,
      category,
      // Fixed words, but for what failed in the browser's.
      text: redactText(text).slice(0, LIMITS.lineTextLength),
      ...(person !== undefined && { person }),
      ...(detail && { detail: this.#detailOf(detail) }),
      // The other end chose its number; a server would refuse all lines for one that does not fit.
      ...(cause !== undefined && CAUSE.test(cause) && { cause }),
    };
  }

  #remember(word: string, alias: string): void {
    if (word && !this.#words.has(word)) this.#words.set(word, alias);
  }

  #detailOf(detail: LineDetail): LineDetail {
    const { sdp, ...rest } = detail;
    // Names first: one that holds an address would be half masked.
    const masked = redact(this.#named(rest)) as LineDetail;
    const size = new TextEncoder().encode(JSON.stringify(masked)).length;
    if (size > LIMITS.lineDetailBytes - MOST_SECTIONS_BYTES) return { bytes: size };
    return typeof sdp === 'string' ? { ...masked, sections: sectionsIn(sdp), bytes: sdp.length } : masked;
  }

  #named(value: unknown): unknown {
    if (typeof value === 'string') return this.#mask(value);
    if (Array.isArray(value)) return value.map((inner) => this.#named(inner));
    if (typeof value !== 'object' || value === null) return value;
    const told = Object.entries(value).filter(([key]) => !WORDS_OF_PEOPLE.has(key));
    return Object.fromEntries(told.map(([key, inner]) => [key, this.#named(inner)]));
  }
}

const MOST_SECTIONS = 20;
const MOST_SECTIONS_BYTES = 1_024;

/** Of a session description as much as everybody may know: `audio sendrecv`, `video inactive`. */
export function sectionsIn(sdp: string): string[] {
  return sdp
    .split(/^m=/m)
    .slice(1, MOST_SECTIONS + 1)
    .map((section) => {
      const kind = /^(audio|video|application)\b/.exec(section)?.[1] ?? 'other';
      const direction = /^a=(sendrecv|sendonly|recvonly|inactive)\b/m.exec(section)?.[1] ?? '';
      return `${kind} ${direction}`.trim();
    });
}
