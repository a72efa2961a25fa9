/**
 * One's part in the timeline of a room: tells one's log, masked, and asks what both ends of a link and the server say of
 * it. Loaded only in rooms that keep a timeline.
 */
import type { LogBus, LogEntry } from '@video-room/log';
import type { LinkId, TimelineLimits, TimelineRecord } from '@video-room/protocol';
import type { RoomConnection } from '../room-connection.js';
import type { SessionState } from '../session-state.js';
import { LineMask } from './line-mask.js';
import { LogShipper } from './log-shipper.js';
import { ServerClock } from './server-clock.js';

/** Clocks drift apart, and are set. */
const MEASURE_EVERY_MS = 60_000;

export interface RoomTimelineOptions {
  bus: LogBus;
  room: Pick<RoomConnection, 'request'>;
  state: () => SessionState;
  limits: TimelineLimits;
}

/** What one end of a link, or the server, says of it; `time` is by this computer's clock. */
export type LinkLine = Omit<TimelineRecord, 'at'> & { time: number };

/** As whoever shows links needs it. */
export interface LinkTimeline {
  /** What is known of one of one's own links, oldest first; undefined: the server could not be asked, or does not say. */
  ofLink(link: LinkId): Promise<LinkLine[] | undefined>;
}

export class RoomTimeline implements LinkTimeline {
  readonly #room: RoomTimelineOptions['room'];
  readonly #clock: ServerClock;
  readonly #shipper: LogShipper;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor({ bus, room, state, limits }: RoomTimelineOptions) {
    this.#room = room;
    this.#clock = new ServerClock({
      ask: async () => {
        const reply = await room.request('clock', {});
        return reply?.ok ? reply.now : undefined;
      },
    });
    const mask = new LineMask();
    const learn = () => mask.learn(state());
    const isKept = () => state().room?.timeline === true;
    learn();
    this.#shipper = new LogShipper(
      {
        bus,
        limits,
        send: (log) => room.request('log', log),
        lineOf: (entry) => {
          learn();
          return mask.lineOf(entry);
        },
        isKept,
        offsetMs: () => this.#clock.offsetMs,
        onEntry: learn,
      },
      sinceReady(bus.entries()),
    );
    void this.#clock.measure();
    this.#timer = setInterval(() => isKept() && void this.#clock.measure(), MEASURE_EVERY_MS);
  }

  /** One is in the room again, and it keeps a timeline. */
  resume(): void {
    this.#shipper.resume();
    void this.#clock.measure();
  }

  /** One is about to leave. */
  flush(): void {
    this.#shipper.flush();
  }

  async ofLink(link: LinkId): Promise<LinkLine[] | undefined> {
    const reply = await this.#room.request('timeline', { link });
    const { offsetMs } = this.#clock;
    if (!reply?.ok || !reply.entries || offsetMs === undefined) return undefined;
    return reply.entries.map(({ at, ...line }) => ({ ...line, time: at - offsetMs }));
  }

  close(): void {
    clearInterval(this.#timer);
    this.#shipper.close();
  }
}

/** What was written since the `ready` that said the room keeps a timeline; nobody has agreed to tell what was before. */
function sinceReady(entries: readonly LogEntry[]): readonly LogEntry[] {
  const start = entries.findLastIndex(({ category, text }) => category === 'signal' && text === 'ready');
  return start < 0 ? [] : entries.slice(start);
}
