/**
 * Decides when one's own devices open before joining: at once where the browser has been told to allow or to block them,
 * so that it asks nothing; else only when the person says so.
 */
import type { DeviceSource } from '@video-room/protocol';
import type { DevicePort } from '../../core/media/device-port.js';

export interface PreviewOptions {
  port: () => Pick<DevicePort, 'permission'> | undefined;
  /** Opens these as far as they are wanted. */
  open: (sources: readonly DeviceSource[]) => void;
  onChange: () => void;
}

export class Preview {
  readonly #options: PreviewOptions;
  #begun = false;
  #sources: readonly DeviceSource[] = [];
  /** What the browser would ask the person about. Undefined while that is not known. */
  #unasked: ReadonlySet<DeviceSource> | undefined;

  constructor(options: PreviewOptions) {
    this.#options = options;
  }

  /** The Join screen is shown. @param sources what is of use in this room. */
  begin(sources: readonly DeviceSource[]): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#sources = sources;
    void this.#look();
  }

  /** It is shown no more. */
  end(): void {
    this.#begun = false;
    this.#unasked = undefined;
  }

  /** The person wants to be asked. */
  allow(): void {
    this.#unasked = new Set();
    this.#options.open(this.#sources);
    this.#options.onChange();
  }

  /** Whether the browser would ask the person if these were opened. */
  isUnasked(wanted: readonly DeviceSource[]): boolean {
    return wanted.some((source) => this.#unasked?.has(source));
  }

  async #look(): Promise<void> {
    const port = this.#options.port();
    if (!port) return this.end();
    const states = await Promise.all(this.#sources.map((source) => port.permission(source)));
    if (!this.#begun || this.#unasked) return;
    // Browsers that do not tell would ask, too.
    const asks = (index: number) => (states[index] ?? 'prompt') === 'prompt';
    this.#unasked = new Set(this.#sources.filter((_, index) => asks(index)));
    this.#options.open(this.#sources.filter((_, index) => !asks(index)));
    this.#options.onChange();
  }
}
