/**
 * Whatever only rooms with calls, knocking or broadcasts need is loaded when a room turns out to be one: the desk. Until
 * it is there, what happens is kept for it, so it misses nothing.
 */
import { Logger, type LogBus } from '@video-room/log';
import type { VideoRoomError } from '../../core/errors.js';
import type { SessionEvents } from '../../core/session-options.js';
import type { SessionState } from '../../core/session-state.js';
import type { CallDesk, DeskHost, DeskView } from '../call-desk/call-desk.js';

type Change = SessionEvents['state'];

const RETRY_AFTER_MS = 3_000;

export class LazyDesk {
  readonly #host: DeskHost;
  readonly #log: Logger;
  #desk: CallDesk | undefined;
  #loading = false;
  #missed: Change[] = [];

  constructor(host: DeskHost, bus: LogBus) {
    this.#host = host;
    this.#log = new Logger(bus, { category: 'session' });
  }

  changed(change: Change): void {
    if (this.#desk) return this.#desk.changed(change);
    if (!needsDesk(change.state)) return void (this.#missed = []);
    this.#missed.push(change);
    if (!this.#loading) this.#load();
  }

  refused(error: VideoRoomError): void {
    this.#desk?.refused(error);
  }

  hangUp(): void {
    this.#desk?.hangUp();
  }

  /** What to show; `waiting` while it is needed and not there yet. */
  view(state: SessionState): DeskView | 'waiting' | undefined {
    return this.#desk ? this.#desk.view(state) : needsDesk(state) ? 'waiting' : undefined;
  }

  #load(): void {
    this.#loading = true;
    import('../call-desk/call-desk.js').then(
      ({ CallDesk }) => {
        this.#desk = new CallDesk(this.#host);
        for (const change of this.#missed.splice(0)) this.#desk.changed(change);
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        this.#log.error('call desk not loaded', { error: String(error) });
        setTimeout(() => (this.#missed.length > 0 ? this.#load() : (this.#loading = false)), RETRY_AFTER_MS);
      },
    );
  }
}

const needsDesk = ({ phase, room, admitted, calls }: SessionState): boolean =>
  (phase === 'joined' || phase === 'waiting' || phase === 'reconnecting') &&
  (room?.kind !== 'meeting' || !admitted || calls.size > 0);
