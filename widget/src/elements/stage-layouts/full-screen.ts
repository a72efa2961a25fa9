/** The element on the full screen, where the page and the browser allow it. */
import { FullscreenChangedEvent } from '../../events/fullscreen-changed.js';

export class FullScreen {
  readonly #host: HTMLElement;
  #was: boolean;

  constructor(host: HTMLElement, onChange: () => void) {
    this.#host = host;
    this.#was = this.on;
    host.addEventListener('fullscreenchange', () => {
      if (this.on === this.#was) return;
      this.#was = this.on;
      host.dispatchEvent(new FullscreenChangedEvent(this.on));
      onChange();
    });
  }

  get possible(): boolean {
    return document.fullscreenEnabled;
  }

  get on(): boolean {
    return this.#host.matches(':fullscreen');
  }

  toggle(on = !this.on): void {
    if (on === this.on || !this.possible) return;
    // Refused outside a gesture: then nothing changes, and nothing is told.
    (on ? this.#host.requestFullscreen() : document.exitFullscreen()).catch(() => undefined);
  }
}
