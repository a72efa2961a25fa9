/** Timelines in this process's memory: gone when it ends, and enough for one server. */
/* eslint-disable @typescript-eslint/require-await -- the port is asynchronous for drivers that have to wait */
import type { NumberedBatch, StoredTimeline, TimelineBatch, TimelineBounds, TimelineStore } from '../timeline-store.js';

/** What one share takes up, and its batches in the order they came. */
interface Share {
  batches: Map<NumberedBatch, number>;
  lines: number;
  size: number;
}

interface RoomTimeline {
  shares: Map<string, Share>;
  lines: number;
  size: number;
  displaced: number;
}

export class MemoryTimelineStore implements TimelineStore {
  /** The one that was added to last comes last. */
  readonly #rooms = new Map<string, RoomTimeline>();
  #last = 0;

  async append(room: string, batch: TimelineBatch, bounds: TimelineBounds): Promise<void> {
    const timeline = this.#rooms.get(room) ?? { shares: new Map<string, Share>(), lines: 0, size: 0, displaced: 0 };
    this.#rooms.delete(room);
    this.#rooms.set(room, timeline);
    const share = timeline.shares.get(batch.share) ?? { batches: new Map<NumberedBatch, number>(), lines: 0, size: 0 };
    timeline.shares.set(batch.share, share);
    const size = JSON.stringify(batch.lines).length;
    share.batches.set({ ...batch, number: (this.#last += 1) }, size);
    add(timeline, share, batch.lines.length, size);
    while (share.lines > bounds.shareLines) displaceFirst(timeline, batch.share, share);
    while (timeline.lines > bounds.lines || timeline.size > bounds.size) displaceFirst(timeline, ...largest(timeline));
    for (const name of this.#rooms.keys()) if (this.#rooms.size > bounds.rooms) this.#rooms.delete(name);
  }

  async read(room: string): Promise<StoredTimeline | undefined> {
    const timeline = this.#rooms.get(room);
    if (!timeline) return undefined;
    const batches = [...timeline.shares.values()].flatMap((share) => [...share.batches.keys()]);
    return { batches: batches.sort((one, other) => one.number - other.number), displaced: timeline.displaced };
  }

  async forget(before: number, room?: string): Promise<void> {
    for (const name of room === undefined ? [...this.#rooms.keys()] : [room]) {
      const timeline = this.#rooms.get(name);
      if (!timeline) continue;
      for (const [shareName, share] of timeline.shares) {
        for (const batch of share.batches.keys()) {
          if (batch.storedAt >= before) break;
          remove(timeline, shareName, share, batch);
        }
      }
      if (timeline.shares.size === 0) this.#rooms.delete(name);
    }
  }
}

function add(timeline: RoomTimeline, share: Share, lines: number, size: number): void {
  for (const counted of [timeline, share]) {
    counted.lines += lines;
    counted.size += size;
  }
}

function remove(timeline: RoomTimeline, name: string, share: Share, batch: NumberedBatch): void {
  add(timeline, share, -batch.lines.length, -(share.batches.get(batch) ?? 0));
  share.batches.delete(batch);
  if (share.batches.size === 0) timeline.shares.delete(name);
}

function displaceFirst(timeline: RoomTimeline, name: string, share: Share): void {
  const [first] = share.batches.keys();
  if (!first) return;
  timeline.displaced += first.lines.length + first.dropped;
  remove(timeline, name, share, first);
}

/** The share that takes up most; there is one while there are lines. */
function largest({ shares }: RoomTimeline): [string, Share] {
  return [...shares].reduce((one, other) => (other[1].size > one[1].size ? other : one));
}
