/** The handle between the overlay and the call: dragged, or moved with the arrow keys (WAI-ARIA window splitter). */
import { html, type TemplateResult } from 'lit';
import { debugWords } from '../../text/en-debug.js';
import { LEAST_SIZE, MOST_SIZE, within, type Docking } from './docking.js';

/** Of one key, in percent of the element. */
const STEP = 5;

export interface ResizingOptions {
  docking: () => Docking;
  onSize: (size: number) => void;
}

export class Resizing {
  readonly #host: HTMLElement;
  readonly #options: ResizingOptions;

  constructor(host: HTMLElement, options: ResizingOptions) {
    this.#host = host;
    this.#options = options;
  }

  handle(): TemplateResult {
    const { size, dock } = this.#options.docking();
    return html`<div
      class="handle"
      role="separator"
      tabindex="0"
      aria-label=${debugWords().resize}
      aria-orientation=${dock === 'bottom' || dock === 'top' ? 'horizontal' : 'vertical'}
      aria-valuenow=${size}
      aria-valuemin=${LEAST_SIZE}
      aria-valuemax=${MOST_SIZE}
      @pointerdown=${this.#onDown}
      @pointermove=${this.#onMove}
      @keydown=${this.#onKey}
    ></div>`;
  }

  readonly #onDown = (event: PointerEvent): void => {
    event.preventDefault();
    const handle = event.currentTarget as HTMLElement;
    handle.setPointerCapture(event.pointerId);
    handle.focus();
  };

  readonly #onMove = (event: PointerEvent): void => {
    const handle = event.currentTarget as HTMLElement;
    const room = this.#host.parentElement;
    if (!handle.hasPointerCapture(event.pointerId) || !room) return;
    const { top, height, left, width } = room.getBoundingClientRect();
    const down = ((event.clientY - top) / height) * 100;
    const across = ((event.clientX - left) / width) * 100;
    const fromStart = this.#isRightToLeft ? 100 - across : across;
    const { dock } = this.#options.docking();
    this.#options.onSize(within({ top: down, bottom: 100 - down, start: fromStart, end: 100 - fromStart }[dock]));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { dock, size } = this.#options.docking();
    const horizontal = this.#isRightToLeft ? -1 : 1;
    const grows = {
      bottom: { ArrowUp: 1, ArrowDown: -1 },
      top: { ArrowUp: -1, ArrowDown: 1 },
      start: { ArrowLeft: -horizontal, ArrowRight: horizontal },
      end: { ArrowLeft: horizontal, ArrowRight: -horizontal },
    }[dock] as Readonly<Record<string, number | undefined>>;
    const way = grows[event.key];
    if (way === undefined) return;
    event.preventDefault();
    this.#options.onSize(within(size + way * STEP));
  };

  get #isRightToLeft(): boolean {
    return getComputedStyle(this.#host).direction === 'rtl';
  }
}
