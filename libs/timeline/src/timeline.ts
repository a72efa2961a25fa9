/**
 * Which rooms keep a timeline, what is noted there, and for how long. Costs one look into a set where there is none.
 * Masks again what pages should have masked.
 */
import { redact, redactText } from '@video-room/log';
import type { LinkId, LogMessage, ParticipantId, TimelineRecord } from '@video-room/protocol';
import {
  Expiries,
  type TimelineBatch,
  type TimelineBounds,
  type TimelineLine,
  type TimelineStore,
} from '@video-room/state';
import { mergeLines, recordOf, type PlacedRecord } from './merge-lines.js';
import { ofLink, type LinkEnds } from './selection.js';

export interface TimelineSettings {
  /** How long a timeline is kept after its room ended, in milliseconds. Default an hour. */
  keepMs?: number;
  /** How long a line is kept while the room goes on, in milliseconds. Default a day. */
  longestMs?: number;
  bounds?: Partial<TimelineBounds>;
}

const BOUNDS: TimelineBounds = { shareLines: 3_000, lines: 10_000, size: 2_000_000, rooms: 100 };
const KEEP_MS = 60 * 60 * 1000;
const LONGEST_MS = 24 * KEEP_MS;

/** What the server has to say. */
export type ServerLine = Omit<TimelineLine, 'time' | 'level' | 'category'> &
  Partial<Pick<TimelineLine, 'level' | 'category'>>;

export interface MergedTimeline {
  records: PlacedRecord[];
  /** Lines that are missing: the page could not send them, or they had to make room. */
  dropped: number;
}

export class Timeline {
  readonly #store: TimelineStore;
  readonly #now: () => number;
  readonly #bounds: TimelineBounds;
  readonly #keepMs: number;
  readonly #longestMs: number;
  readonly #expiries = new Expiries();
  readonly #rooms = new Set<string>();
  /** Rooms that go on and of which there may be lines. */
  readonly #told = new Set<string>();
  /** What could not be written or forgotten, which nobody waits for. */
  onFault: (cause: unknown) => void = () => undefined;

  /** @param now clock in milliseconds since 1970; default `Date.now`. */
  constructor(store: TimelineStore, settings: TimelineSettings = {}, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
    this.#bounds = { ...BOUNDS, ...settings.bounds };
    this.#keepMs = settings.keepMs ?? KEEP_MS;
    this.#longestMs = settings.longestMs ?? LONGEST_MS;
    this.#forgetOldLater();
  }

  isOn(room: string): boolean {
    return this.#rooms.has(room);
  }

  /** Whether lines are taken from now on. What is there already stays. */
  set(room: string, on: boolean): void {
    if (on) this.#rooms.add(room);
    else this.#rooms.delete(room);
  }

  /** The server notes something. Nothing happens in a room without a timeline. */
  note(room: string, line: ServerLine): void {
    if (!this.#rooms.has(room)) return;
    const time = this.#now();
    this.#append(room, {
      from: 'server',
      // So that one who makes the server say much pushes out nothing but what it says of that one.
      share: `server ${line.person ?? ''}`,
      storedAt: time,
      offsetMs: 0,
      dropped: 0,
      lines: [{ time, level: 'debug', category: 'signal', ...line }],
    });
  }

  /** A participant tells its log. The room has a timeline. */
  take(room: string, participant: ParticipantId, { offsetMs, dropped, lines }: LogMessage): void {
    this.#append(room, {
      from: participant,
      share: participant,
      storedAt: this.#now(),
      offsetMs,
      dropped,
      lines: lines.map(masked),
    });
  }

  /** All that is known of a room; undefined: nothing is kept of it. */
  async read(room: string): Promise<MergedTimeline | undefined> {
    const stored = await this.#store.read(room);
    if (!stored) return undefined;
    const { batches, displaced } = stored;
    const lost = batches.reduce((sum, { dropped }) => sum + dropped, displaced);
    return { records: mergeLines(batches), dropped: lost };
  }

  /** What is known of one link between these two, oldest first. */
  async readLink(room: string, link: LinkId, ends: LinkEnds): Promise<TimelineRecord[]> {
    const selects = ofLink(link, ends);
    // Before they are put in order: whoever is in a room may ask, and often.
    const batches = ((await this.#store.read(room))?.batches ?? []).flatMap((batch) => {
      const lines = batch.lines.filter((line) => selects(recordOf(batch.from, 0, line)));
      return lines.length > 0 ? { ...batch, lines } : [];
    });
    return mergeLines(batches).map(({ record }) => record);
  }

  /** The room is gone: what is known of it is kept a while longer. */
  end(room: string): void {
    this.#rooms.delete(room);
    // Most rooms never had a timeline.
    if (!this.#told.delete(room)) return;
    const endedAt = this.#now();
    // One of the same name may be there by then, with lines of its own.
    this.#expiries.set(`${endedAt} ${room}`, this.#keepMs, () => this.#forget(endedAt + 1, room));
  }

  /** Forgets what is pending; the process is about to end. */
  close(): void {
    this.#expiries.clear();
  }

  #append(room: string, batch: TimelineBatch): void {
    this.#told.add(room);
    this.#store.append(room, batch, this.#bounds).catch(this.onFault);
  }

  #forget(before: number, room?: string): void {
    this.#store.forget(before, room).catch(this.onFault);
  }

  /** A room may go on for ever; its lines do not. */
  #forgetOldLater(): void {
    this.#expiries.set('old', this.#keepMs, () => {
      this.#forget(this.#now() - this.#longestMs);
      this.#forgetOldLater();
    });
  }
}

function masked({ text, detail, ...line }: TimelineLine): TimelineLine {
  return {
    ...line,
    text: redactText(text),
    ...(detail && { detail: redact(detail) as TimelineLine['detail'] & object }),
  };
}
