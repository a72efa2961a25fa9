/** Calls in this process's memory: gone when it ends, and enough for one server. */
/* eslint-disable @typescript-eslint/require-await -- the port is asynchronous for drivers that have to wait */
import type { CallId, CallRecord, CallState } from '@video-room/protocol';
import type { CallBounds, CallStore } from '../call-store.js';

interface RoomCalls {
  /** In the order they were made. */
  open: Map<CallId, CallRecord>;
  /** In the order they ended. */
  finished: Map<CallId, CallRecord>;
}

/** Most finished calls of all rooms together, about 100 MB. Rooms come and go faster than their calls are forgotten. */
const MOST_FINISHED = 100_000;

const byAge = (one: CallRecord, other: CallRecord) => one.createdAt - other.createdAt;

export class MemoryCallStore implements CallStore {
  readonly #rooms = new Map<string, RoomCalls>();
  /** Where the finished calls of all rooms are, in the order they ended. */
  readonly #finished = new Map<CallRecord, string>();
  readonly #mostFinished: number;

  /** @param mostFinished finished calls of all rooms together; the ones that ended first make room. */
  constructor(mostFinished = MOST_FINISHED) {
    this.#mostFinished = mostFinished;
  }

  async addCall(room: string, call: CallRecord): Promise<boolean> {
    if (this.#find(room, call.id)) return false;
    this.#put(room, call);
    return true;
  }

  async getCall(room: string, call: CallId): Promise<CallRecord | undefined> {
    return this.#find(room, call);
  }

  async replaceCall(room: string, call: CallRecord, from: CallState): Promise<boolean> {
    const stored = this.#find(room, call.id);
    if (stored?.state !== from || call.state === from) return false;
    if (stored.endedAt !== undefined) this.#forget(room, stored);
    this.#put(room, call);
    return true;
  }

  async calls(room: string): Promise<CallRecord[]> {
    const { open, finished } = this.#rooms.get(room) ?? {};
    return [...(finished?.values() ?? []), ...(open?.values() ?? [])].sort(byAge);
  }

  async openCalls(room: string): Promise<CallRecord[]> {
    return [...(this.#rooms.get(room)?.open.values() ?? [])].sort(byAge);
  }

  async trimCalls(room: string, { most, endedBefore }: CallBounds): Promise<void> {
    for (const [call, name] of this.#finished) {
      if ((call.endedAt ?? 0) >= endedBefore) break;
      this.#forget(name, call);
    }
    for (const call of this.#rooms.get(room)?.finished.values() ?? []) {
      if ((this.#rooms.get(room)?.finished.size ?? 0) <= most) break;
      this.#forget(room, call);
    }
  }

  #find(room: string, id: CallId): CallRecord | undefined {
    const calls = this.#rooms.get(room);
    return calls?.open.get(id) ?? calls?.finished.get(id);
  }

  #put(room: string, call: CallRecord): void {
    let calls = this.#rooms.get(room);
    if (!calls) this.#rooms.set(room, (calls = { open: new Map(), finished: new Map() }));
    if (call.endedAt === undefined) {
      calls.open.set(call.id, call);
      return;
    }
    calls.open.delete(call.id);
    calls.finished.set(call.id, call);
    this.#finished.set(call, room);
    const [oldest] = this.#finished;
    if (oldest && this.#finished.size > this.#mostFinished) this.#forget(oldest[1], oldest[0]);
  }

  #forget(room: string, call: CallRecord): void {
    const calls = this.#rooms.get(room);
    this.#finished.delete(call);
    calls?.finished.delete(call.id);
    if (calls?.open.size === 0 && calls.finished.size === 0) this.#rooms.delete(room);
  }
}
