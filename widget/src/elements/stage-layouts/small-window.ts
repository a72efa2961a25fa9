/**
 * The stage in a window of its own that stays on top (Document Picture-in-Picture), with the most needed controls under
 * it. The stage itself goes there and comes back: its pictures are not begun anew, and what is asked in the window is asked
 * of the element as ever. Knows no layouts.
 */
import { css } from 'lit';
import { ActionRequestEvent } from '../../events/action-request.js';
import { words } from '../../text/en.js';
import { sheetsFor } from '../other-window.js';
import { PROPERTIES } from '../tokens.styles.js';
import { VrBar } from '../vr-bar/vr-bar.js';
import type { VrStage } from '../vr-stage/vr-stage.js';

interface DocumentPictureInPicture extends EventTarget {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

declare global {
  interface Window {
    documentPictureInPicture?: DocumentPictureInPicture;
  }
}

const SIZE = { width: 400, height: 300 };

const sheet = css`
  html,
  body {
    height: 100%;
    margin: 0;
  }
  body {
    display: flex;
    flex-direction: column;
    container-type: size;
    overflow: hidden;
    background: var(--vr-stage-color, light-dark(#eceff2, #101316));
  }
  vr-stage {
    flex: 1;
    margin: 6px 6px 0;
  }
  vr-bar {
    flex: none;
  }
`;

export class SmallWindow {
  readonly #stage: VrStage;
  readonly #room: ShadowRoot;
  readonly #window: Window;
  readonly #bar = new VrBar();
  /** Where the stage belongs. */
  readonly #place = document.createComment('');
  readonly #onClose: () => void;

  /** Rejects where the browser refuses, say outside a gesture. */
  static async open(stage: VrStage, room: ShadowRoot, onClose: () => void): Promise<SmallWindow> {
    const { documentPictureInPicture } = window;
    if (!documentPictureInPicture) throw new TypeError('No Document Picture-in-Picture');
    return new SmallWindow(stage, room, await documentPictureInPicture.requestWindow(SIZE), onClose);
  }

  private constructor(stage: VrStage, room: ShadowRoot, opened: Window, onClose: () => void) {
    this.#stage = stage;
    this.#room = room;
    this.#window = opened;
    this.#onClose = onClose;
    this.#furnish(opened.document);
    this.follow();
    stage.replaceWith(this.#place);
    opened.document.body.append(stage, this.#bar);
    opened.addEventListener('pagehide', this.#back, { once: true });
  }

  #furnish({ body, documentElement }: Document): void {
    const page = documentElement.ownerDocument;
    page.adoptedStyleSheets = sheetsFor(page, [sheet]);
    page.title = document.title;
    this.#copyTokens(documentElement.style);
    this.#bar.toggleAttribute('brief', true);
    body.addEventListener('action-request', (event) =>
      this.#room.dispatchEvent(new ActionRequestEvent((event as ActionRequestEvent).action)),
    );
  }

  close(): void {
    this.#window.close();
    this.#back();
  }

  /** Shows what the bar of the page shows, in its language. */
  follow(): void {
    const { documentElement } = this.#window.document;
    documentElement.lang = words().tag;
    documentElement.dir = words().direction;
    const bar = this.#room.querySelector('vr-bar');
    if (!bar) return;
    const { microphone, camera, inCall } = bar;
    Object.assign(this.#bar, { microphone, camera, inCall });
  }

  readonly #back = (): void => {
    if (!this.#place.isConnected) return;
    this.#place.replaceWith(this.#stage);
    this.#onClose();
  };

  /** What the page has set to colour the element. */
  #copyTokens(style: CSSStyleDeclaration): void {
    const set = getComputedStyle(this.#stage);
    style.colorScheme = set.colorScheme;
    for (const name of PROPERTIES) {
      const value = set.getPropertyValue(name);
      if (value) style.setProperty(name, value);
    }
  }
}
