/**
 * Keeps the bar within its width: what there is no room for goes out of it, the least needed first; it is in the menu
 * anyway. Measured, because which buttons there are depends on the room, the rights, the language and the page.
 */
import type { ControlName } from '../vr-bar/controls.js';
import type { VrBar } from '../vr-bar/vr-bar.js';

/** All buttons among these are entries of the menu, too. */
const GO_OUT: readonly (ControlName | 'rules')[] = ['debug', 'rules', 'reactions', 'people', 'hand', 'chat'];

/** Between the outermost buttons and the edges of the bar, in px. */
const MARGIN = 4;

export class FitBar {
  readonly #bar: VrBar;
  readonly #onFit: () => void;
  readonly #sizes: ResizeObserver;
  readonly #watched = new Set<Element>();

  /** @param onFit other buttons are out than before. */
  constructor(bar: VrBar, onFit: () => void) {
    this.#bar = bar;
    this.#onFit = onFit;
    // In a frame of its own: sizes that become others while they are told are told to the page as an error.
    this.#sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));
    this.#sizes.observe(bar);
    bar.renderRoot.addEventListener('slotchange', () => this.#fit());
    this.#fit();
  }

  /** Whether there is no room for that button. */
  isOut(control: ControlName): boolean {
    return this.#itemsOf(control).some(({ hidden }) => hidden);
  }

  #fit(): void {
    const items = GO_OUT.flatMap((name) => this.#itemsOf(name));
    const before = items.map(({ hidden }) => hidden).join();
    for (const item of items) item.hidden = false;
    this.#bar.removeAttribute('wraps');
    for (const item of items) if (this.#overflows) item.hidden = true;
    // A page's own buttons may leave too little: everything stays within reach, in two rows.
    this.#bar.toggleAttribute('wraps', this.#overflows);
    this.#watchItems();
    if (items.map(({ hidden }) => hidden).join() !== before) this.#onFit();
  }

  #watchItems(): void {
    const items = new Set(this.#items);
    for (const gone of this.#watched) {
      if (items.has(gone)) continue;
      this.#watched.delete(gone);
      this.#sizes.unobserve(gone);
    }
    for (const item of items) {
      if (this.#watched.has(item)) continue;
      this.#watched.add(item);
      this.#sizes.observe(item);
    }
  }

  #itemsOf(name: ControlName | 'rules'): HTMLElement[] {
    const { renderRoot } = this.#bar;
    if (name === 'rules') return [...renderRoot.querySelectorAll<HTMLElement>('.rule')];
    if (name === 'debug') return [...renderRoot.querySelectorAll<HTMLElement>('.holder:has([part~=debug-button])')];
    return [...this.#bar.querySelectorAll<HTMLElement>(`[slot=${name}]`)];
  }

  /** What stands in a row. */
  get #items(): Element[] {
    const children = this.#bar.renderRoot.querySelector('.bar')?.children ?? [];
    return [...children].flatMap((child) =>
      child instanceof HTMLSlotElement ? child.assignedElements({ flatten: true }) : [child],
    );
  }

  get #overflows(): boolean {
    const boxes = this.#items.map((item) => item.getBoundingClientRect()).filter(({ width }) => width > 0);
    const left = Math.min(...boxes.map((box) => box.left));
    const right = Math.max(...boxes.map((box) => box.right));
    return right - left > this.#bar.clientWidth - 2 * MARGIN;
  }
}
