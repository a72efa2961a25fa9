/**
 * What one asks of the others through the server: calls, answers, one's own choices; and what follows from it for one's
 * devices. Where people call each other, no device opens before one's own call or one's own word of acceptance; where
 * some watch others, never a watcher's before the same.
 */
import type {
  CallId,
  CallRecord,
  Choices,
  ClientMessages,
  DeviceSource,
  MediaSource,
  ParticipantRecord,
  Reply,
} from '@video-room/protocol';
import { VideoRoomError } from './errors.js';
import type { SessionState } from './session-state.js';

export interface RoomRequestsOptions {
  state: () => SessionState;
  setWanted: (source: DeviceSource, wanted: boolean) => void;
  /** Opens what is wanted of these, and closes the others. */
  allow: (sources: readonly MediaSource[]) => void;
  /** Brings a message to the server. Without a reply it could not be brought. */
  send: <Name extends keyof ClientMessages>(type: Name, payload: ClientMessages[Name]) => Promise<Reply | undefined>;
  onRefused: (error: VideoRoomError) => void;
}

export interface CallOptions {
  /** Whether to open the camera, too. Default true. */
  video?: boolean;
}

export class RoomRequests {
  readonly #options: RoomRequestsOptions;
  /** Calls one made or accepted here, by id; those the server has not numbered yet, by a key of their own. */
  readonly #begun = new Set<CallId | object>();
  /** Calls one has ended here, until the server knows. */
  readonly #ended = new Set<CallId>();
  #choices: Partial<Choices> = { watching: true };
  #publishes = false;
  #preview: readonly DeviceSource[] = [];

  constructor(options: RoomRequestsOptions) {
    this.#options = options;
  }

  /** What one has decided so far, for the server. */
  get choices(): Partial<Choices> {
    return this.#choices;
  }

  /** Opens devices before there is a room to say which of them are of use. */
  preview(sources: readonly DeviceSource[]): void {
    this.#preview = sources;
    this.obey();
  }

  /** A stay in a room begins. @param publishes whether one may send from the beginning, not only once called on stage. */
  enter(publishes: boolean): void {
    this.#begun.clear();
    this.#ended.clear();
    // Said by the server after a reload, so that whoever was on air still is.
    delete this.#choices.live;
    delete this.#choices.handRaised;
    this.#publishes = publishes;
  }

  /** Calls a person, on all devices that person has in the room. */
  call(identity: string, { video = true }: CallOptions = {}): void {
    const key = {};
    this.#begin(key, video);
    void this.ask('call', { kind: 'ring', identity, video }).then((reply) => {
      if (reply?.ok && reply.call) this.#begun.add(reply.call);
      this.#drop(key);
    });
  }

  /** Asks a watcher to go on air. */
  invite(identity: string): void {
    void this.ask('call', { kind: 'stage', identity });
  }

  /** Asks to be let in, once more. */
  knock(): void {
    void this.ask('call', { kind: 'knock' });
  }

  /** Accepts being called: the devices open at once. */
  accept(call: CallId, { video = true }: CallOptions = {}): void {
    if (this.#begun.has(call)) return;
    this.#begin(call, video);
    void this.ask('answer', { call, accept: true }).then((reply) => reply?.ok || this.#drop(call));
  }

  /** Lets somebody in, or not; also declines being called. @param reason words for the other. */
  answer(call: CallId, accept: boolean, reason?: string): void {
    void this.ask('answer', { call, accept, ...(reason && { reason }) });
  }

  /** Cancels a request that one made, or ends one's part in a call: the devices close at once, whatever the network does. */
  hangUp(call: CallId): void {
    this.#ended.add(call);
    this.#drop(call);
    void this.ask('hang-up', { call });
  }

  /** Changes what one decides for oneself; outside a room, what to begin with. */
  choose(change: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...change };
    const { phase } = this.#options.state();
    if (phase === 'joined' || phase === 'waiting') void this.ask('update', { choices: change });
    this.obey();
  }

  /** Opens and closes devices as the state allows. @param ready after the whole truth, which knows every call. */
  obey(ready = false): void {
    const { calls } = this.#options.state();
    for (const key of this.#begun) {
      const call = typeof key === 'string' ? calls.get(key) : undefined;
      if (call ? !isOpen(call) : ready && typeof key === 'string') this.#begun.delete(key);
    }
    for (const id of this.#ended) {
      const call = calls.get(id);
      if (call && !isOpen(call)) this.#ended.delete(id);
      else if (ready && call) void this.ask('hang-up', { call: id });
    }
    const own = this.#own;
    // As the record says: lowered by somebody who moderates, it must not go up again with the next connect.
    if (own) this.#choices.handRaised = own.choices.handRaised;
    this.#options.allow(this.#allowed());
  }

  get #own(): ParticipantRecord | undefined {
    const { you, participants } = this.#options.state();
    return you === undefined ? undefined : participants.get(you);
  }

  #allowed(): readonly MediaSource[] {
    const { phase, room, you, admitted, calls } = this.#options.state();
    if (phase === 'idle' || phase === 'connecting') return this.#preview;
    this.#preview = [];
    const own = this.#own;
    if (!own || !admitted) return [];
    // Also after a reload, and when one's own site made the call.
    const takesPart = ({ id, state, caller, callee }: CallRecord) =>
      state === 'accepted' && !this.#ended.has(id) && (caller.participant === you || callee?.participant === you);
    const free =
      room?.kind === 'meeting' ||
      (room?.kind === 'broadcast' && (this.#publishes || this.#choices.live)) ||
      this.#begun.size > 0 ||
      [...calls.values()].some(takesPart);
    return free ? own.rights.publish : [];
  }

  #begin(key: CallId | object, video: boolean): void {
    this.#options.setWanted('camera', video);
    this.#begun.add(key);
    this.obey();
  }

  #drop(key: CallId | object): void {
    this.#begun.delete(key);
    this.obey();
  }

  /** Brings any message to the server. @param onRefused hears of a refusal; else it is told as all are. */
  async ask<Name extends keyof ClientMessages>(
    type: Name,
    payload: ClientMessages[Name],
    onRefused = this.#options.onRefused,
  ): Promise<Reply | undefined> {
    const reply = await this.#options.send(type, payload);
    // A hang-up that could not be brought is brought after the next `ready`. Whoever is out of the room by now, perhaps
    // by just this, needs no answer.
    if (!reply && (type === 'hang-up' || this.#options.state().phase === 'left')) return reply;
    if (!reply) onRefused(new VideoRoomError('server-unreachable', `No reply to ${type}`));
    else if (!reply.ok) onRefused(new VideoRoomError(reply.error.code, reply.error.message));
    return reply;
  }
}

const isOpen = ({ state }: CallRecord) => state === 'ringing' || state === 'accepted';
