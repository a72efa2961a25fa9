/**
 * What the stage can do beyond an even grid, and the menu of the bar, are loaded once somebody else is there and drawn, or
 * as soon as they are asked for. Until then the grid stands.
 */
import { Logger, type LogBus } from '@video-room/log';
import type { StageHost, StageLayouts } from '../stage-layouts/stage-layouts.js';

/** Until when nobody tries again after a failure. */
const RETRY_AFTER_MS = 3_000;

export class LazyStage {
  /** Undefined until it is loaded. */
  layouts: StageLayouts | undefined;
  readonly #host: StageHost;
  readonly #log: Logger;
  #loading: Promise<StageLayouts | undefined> | undefined;

  constructor(host: StageHost, bus: LogBus) {
    this.#host = host;
    this.#log = new Logger(bus, { category: 'session' });
  }

  load(): Promise<StageLayouts | undefined> {
    return (this.#loading ??= import('../stage-layouts/stage-layouts.js').then(
      ({ StageLayouts }) => {
        this.#host.requestUpdate();
        return (this.layouts = new StageLayouts(this.#host));
      },
      (error: unknown) => {
        this.#log.error('layouts not loaded', { error: String(error) });
        setTimeout(() => (this.#loading = undefined), RETRY_AFTER_MS);
        return undefined;
      },
    ));
  }
}
