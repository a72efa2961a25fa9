/**
 * What lies over the tiles: pins, pages, and what moves or hides one's own tile. It stands apart from the tiles so that the
 * keyboard goes through it as the eye reads, wherever the tiles stand in the document. Asks; arranges nothing.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { PersonTile } from '../../controllers/people-tiles.js';
import { ActionRequestEvent } from '../../events/action-request.js';
import { StageActionEvent, type StageAction } from '../../events/stage-action.js';
import { layoutWords } from '../../text/en-layout.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import {
  hideIcon,
  nextIcon,
  personIcon,
  pinIcon,
  previousIcon,
  screenIcon,
  unpinIcon,
} from '../stage-layouts/icons.js';
import { tokens } from '../tokens.styles.js';
import type { Corner, Rect } from '../vr-stage/layout.js';
import { moveByKey, startDrag } from './own-handle.js';
import { styles } from './vr-stage-controls.styles.js';

/** Names of the parts, for `exportparts`. */
export const STAGE_PARTS =
  'pin-button, move-button, hide-own-button, show-own-button, own-screen, stop-sharing-button, pages, page-button';

/** More pages than these are told by a number alone. */
const MOST_DOTS = 6;

export interface ShownTile {
  person: PersonTile;
  rect: Rect;
  pinned: boolean;
}

export interface StageControls {
  /** As the eye reads. */
  tiles: readonly ShownTile[];
  /** Whether pinning one of them would change anything. */
  pinnable: boolean;
  /** Key of the tile the pointer is on. */
  near: string | undefined;
  corner: Corner;
  /** Where one's own tile would float, if it is hidden. */
  hidden: Rect | undefined;
  page: number;
  pages: number;
  /** Pages on which somebody speaks. */
  speaking: ReadonlySet<number>;
}

/**
 * @csspart pin-button - pins that tile, or unpins it.
 * @csspart move-button - lies over one's own floating tile and moves it.
 * @csspart hide-own-button - hides one's own floating tile.
 * @csspart show-own-button - brings it back.
 * @csspart own-screen - says that one shares one's screen.
 * @csspart stop-sharing-button - stops that.
 * @csspart pages - arrows, dots and number of the pages.
 * @csspart page-button - an arrow or dot.
 * @fires action-request
 * @fires stage-action
 */
export class VrStageControls extends SpeakingElement {
  static override styles = [tokens, styles];

  static override properties = { view: { attribute: false } };

  view: StageControls | undefined;
  /** Whose pin has the focus: it keeps it where that tile goes. */
  #focused: string | undefined;

  override willUpdate(): void {
    const { activeElement } = this.shadowRoot ?? {};
    this.#focused = activeElement instanceof HTMLElement ? activeElement.dataset['tile'] : undefined;
  }

  override updated(): void {
    const { view } = this;
    for (const place of this.renderRoot.querySelectorAll<HTMLElement>('.place')) {
      const key = place.dataset['key'];
      const rect = key === undefined ? view?.hidden : view?.tiles.find(({ person }) => person.key === key)?.rect;
      if (rect) for (const side of SIDES) place.style.setProperty(`--${side}`, `${rect[side]}px`);
    }
    if (this.#focused === undefined) return;
    this.renderRoot.querySelector<HTMLElement>(`[data-tile="${CSS.escape(this.#focused)}"]`)?.focus();
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    return html`${view.tiles.map((tile) => this.#over(tile, view))}
    ${view.hidden ? this.#showOwn(view.corner) : nothing}${view.pages > 1 ? this.#pages(view) : nothing}`;
  }

  #over(tile: ShownTile, view: StageControls): TemplateResult {
    const { person, rect } = tile;
    const near = view.near === person.key ? 'near' : '';
    return html`<div class="place ${near}" data-key=${person.key}>
      ${
        rect.floating
          ? this.#ownHandle(view.corner)
          : person.own && person.kind === 'screen'
            ? this.#ownScreen()
            : view.pinnable || tile.pinned
              ? this.#pin(tile)
              : nothing
      }
    </div>`;
  }

  #pin({ person, pinned }: ShownTile): TemplateResult {
    return html`<button
      type="button"
      part="pin-button"
      class="round pin"
      data-tile=${person.key}
      aria-label=${layoutWords().pin(person.name)}
      aria-pressed=${pinned ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(new ActionRequestEvent({ type: 'pin', tile: person }))}
    >
      ${pinned ? unpinIcon : pinIcon}
    </button>`;
  }

  #ownHandle(corner: Corner): TemplateResult {
    const { own, hideOwn } = layoutWords();
    return html`<button
        type="button"
        part="move-button"
        class="handle"
        aria-label=${own}
        @pointerdown=${(event: PointerEvent) => startDrag(event, (ask) => this.dispatchEvent(ask))}
        @keydown=${(event: KeyboardEvent) => {
          const action = moveByKey(event, corner);
          if (action) this.#ask(action);
        }}
      ></button>
      <button
        type="button"
        part="hide-own-button"
        class="round small"
        aria-label=${hideOwn}
        @click=${() => this.#ask({ type: 'hide-own', hidden: true })}
      >
        ${hideIcon}
      </button>`;
  }

  #showOwn(corner: Corner): TemplateResult {
    return html`<div class="place">
      <button
        type="button"
        part="show-own-button"
        class="round show ${corner}"
        aria-label=${layoutWords().showOwn}
        title=${layoutWords().showOwn}
        @click=${() => this.#ask({ type: 'hide-own', hidden: false })}
      >
        ${personIcon}
      </button>
    </div>`;
  }

  #ownScreen(): TemplateResult {
    return html`<div class="own-screen" part="own-screen">
      ${screenIcon}
      <p>${layoutWords().ownScreen}</p>
      <button
        type="button"
        part="stop-sharing-button"
        @click=${() => this.dispatchEvent(new ActionRequestEvent({ type: 'toggle-screen' }))}
      >
        ${layoutWords().stopSharing}
      </button>
    </div>`;
  }

  #pages({ page, pages, speaking }: StageControls): TemplateResult {
    const texts = layoutWords();
    const arrow = (to: number, label: string, icon: TemplateResult) =>
      html`<button
        type="button"
        part="page-button"
        class="round arrow"
        aria-label=${label}
        aria-disabled=${to < 0 || to >= pages ? 'true' : 'false'}
        @click=${() => to >= 0 && to < pages && this.#ask({ type: 'page', page: to })}
      >
        ${icon}
      </button>`;
    const dot = (to: number) =>
      html`<button
        type="button"
        part="page-button"
        class="dot ${speaking.has(to) ? 'speaking' : ''}"
        aria-label=${texts.toPage(to + 1)}
        aria-current=${to === page ? 'page' : nothing}
        @click=${() => this.#ask({ type: 'page', page: to })}
      ></button>`;
    return html`<nav part="pages" aria-label=${texts.pages}>
      ${arrow(page - 1, texts.previous, previousIcon)}
      ${pages <= MOST_DOTS ? Array.from({ length: pages }, (_, to) => dot(to)) : nothing}
      <span aria-live="polite">${texts.page(page + 1, pages)}</span>
      ${arrow(page + 1, texts.next, nextIcon)}
    </nav>`;
  }

  #ask(action: StageAction): void {
    this.dispatchEvent(new StageActionEvent(action));
  }
}

const SIDES = ['x', 'y', 'width', 'height'] as const;

define('vr-stage-controls', VrStageControls);

declare global {
  interface HTMLElementTagNameMap {
    'vr-stage-controls': VrStageControls;
  }
}
