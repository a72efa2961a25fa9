/**
 * Keeps one's place in a list that grows at its end: whoever reads the end stays there, whoever has scrolled up is left
 * alone.
 */
const NEAR_PX = 40;

export class ScrollKeeping {
  /** Whether the end is in sight. */
  atEnd = true;
  readonly #list: HTMLElement;
  readonly #onMove: () => void;
  #height = 0;
  readonly #sizes: ResizeObserver;

  /** @param onMove the end came into sight, or went out of it. */
  constructor(list: HTMLElement, onMove: () => void) {
    this.#list = list;
    this.#onMove = onMove;
    // Of another height than it was, nobody has scrolled: it is about to be settled.
    const onScroll = () => list.clientHeight === this.#height && this.#look();
    list.addEventListener('scroll', onScroll, { passive: true });
    // A field that grows or a keyboard that opens takes room away.
    this.#sizes = new ResizeObserver(() => this.settle());
    this.#sizes.observe(list);
  }

  /** After something was added. */
  settle(): void {
    this.#height = this.#list.clientHeight;
    if (this.atEnd) this.toEnd();
    else this.#look();
  }

  toEnd(): void {
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#look();
  }

  /** @param element is to be seen with what comes after it. */
  to(element: HTMLElement): void {
    this.#list.scrollTop = element.offsetTop - this.#list.offsetTop - 8;
    this.#look();
  }

  stop(): void {
    this.#sizes.disconnect();
  }

  #look(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#list;
    const atEnd = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (atEnd === this.atEnd) return;
    this.atEnd = atEnd;
    this.#onMove();
  }
}
