/**
 * The call in a small window: all of the stage where the browser can (small-window.ts), else the picture of the featured
 * person alone.
 */
import { PictureInPictureChangedEvent } from '../../events/picture-in-picture-changed.js';
import type { VrStage } from '../vr-stage/vr-stage.js';
import { SmallWindow } from './small-window.js';

export interface PictureInPictureHost extends EventTarget {
  readonly renderRoot: HTMLElement | DocumentFragment;
  requestUpdate(): void;
}

export class PictureInPicture {
  readonly #host: PictureInPictureHost;
  #window: SmallWindow | undefined;
  #video: HTMLVideoElement | undefined;
  #opening = false;

  constructor(host: PictureInPictureHost) {
    this.#host = host;
  }

  get possible(): boolean {
    return !!window.documentPictureInPicture || document.pictureInPictureEnabled;
  }

  get on(): boolean {
    return !!this.#window || !!this.#video;
  }

  /** The stage is not in the page. */
  get away(): boolean {
    return !!this.#window;
  }

  /**
   * @param featured the picture to show where only one can be
   */
  toggle(stage: VrStage, featured: HTMLVideoElement | undefined, on = !this.on): void {
    if (on === this.on || this.#opening) return;
    if (!on) return this.#close();
    this.#opening = true;
    // Refused outside a gesture: then nothing changes, and nothing is told.
    this.#open(stage, featured)
      .catch(() => undefined)
      .finally(() => (this.#opening = false));
  }

  /** After each drawing of the stage. */
  follow({ concealed }: VrStage): void {
    this.#window?.follow();
    if (concealed && this.on) this.#close();
  }

  async #open(stage: VrStage, featured: HTMLVideoElement | undefined): Promise<void> {
    if (window.documentPictureInPicture) {
      const room = this.#host.renderRoot as ShadowRoot;
      this.#window = await SmallWindow.open(stage, room, () => {
        this.#window = undefined;
        this.#tell();
      });
    } else if (featured) {
      await featured.requestPictureInPicture();
      this.#video = featured;
      featured.addEventListener('leavepictureinpicture', this.#left, { once: true });
    } else return;
    this.#tell();
  }

  #close(): void {
    this.#window?.close();
    if (this.#video) void document.exitPictureInPicture();
  }

  readonly #left = (): void => {
    this.#video = undefined;
    this.#tell();
  };

  #tell(): void {
    this.#host.dispatchEvent(new PictureInPictureChangedEvent(this.on));
    this.#host.requestUpdate();
  }
}
