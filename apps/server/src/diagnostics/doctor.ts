/** The examination as the server offers it: one at a time, however many ask, and ended when all of them have gone. */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import { checksFor } from './checks.js';
import { examine, type Examination } from './examination.js';

interface Running {
  result: Promise<Examination>;
  waiting: number;
  ended: AbortController;
}

@Injectable()
export class Doctor implements OnModuleDestroy {
  readonly #setup: ServerSetup;
  #running: Running | undefined;

  constructor(@Inject(SERVER_SETUP) setup: ServerSetup) {
    this.#setup = setup;
  }

  /** @param signal whoever asked waits no more */
  examine(signal: AbortSignal): Promise<Examination> {
    if (!this.#running || this.#running.ended.signal.aborted) this.#running = this.#start();
    const running = this.#running;
    running.waiting += 1;
    const leave = (): void => {
      running.waiting -= 1;
      if (running.waiting === 0) running.ended.abort();
    };
    signal.addEventListener('abort', leave, { once: true });
    return running.result;
  }

  onModuleDestroy(): void {
    this.#running?.ended.abort();
  }

  #start(): Running {
    const ended = new AbortController();
    const result = examine(checksFor(this.#setup), ended.signal).finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    const running: Running = { result, waiting: 0, ended };
    return running;
  }
}
