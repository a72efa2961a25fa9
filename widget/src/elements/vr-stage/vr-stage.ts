/**
 * The people of the room, each in the place a layout gives. By itself it knows the even grid; an arranger, which is loaded
 * later, brings the other layouts and what lies over the tiles.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { PersonTile } from '../../controllers/people-tiles.js';
import { SizeController } from '../../controllers/size-controller.js';
import { ActionRequestEvent } from '../../events/action-request.js';
import { words } from '../../text/en.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { TILE_PARTS, type VrTile } from '../vr-tile/vr-tile.js';
import { gridLayout } from './grid.js';
import type { Rect } from './layout.js';
import { seat } from './seats.js';
import { styles } from './vr-stage.styles.js';

export type Places = ReadonlyMap<string, Rect>;

/** Who arranges a stage otherwise than as an even grid. */
export interface StageArranger {
  /** Where those go who are shown now; the others are heard. */
  arrange(stage: VrStage): Places;
  /** What lies over the tiles. */
  controls(stage: VrStage): TemplateResult;
  /** Puts the tiles into their places, with `place`. */
  settle(stage: VrStage): void;
}

/**
 * @slot - by the key of a tile: over its picture.
 * @fires shown-sizes - How large each tile is shown became another; only with an arranger.
 * @fires action-request
 */
export class VrStage extends SpeakingElement {
  static override styles = [tokens, styles];

  static override properties = {
    people: { attribute: false },
    arranger: { attribute: false },
    marks: { attribute: false },
    concealed: { type: Boolean, reflect: true },
    panelOpen: { attribute: false },
  };

  /** Everybody to show; oneself last. */
  people: readonly PersonTile[] = [];
  arranger: StageArranger | undefined;
  /** What other parts of the element put over somebody's picture. */
  marks: ((tile: PersonTile) => unknown) | undefined;
  /** Nothing of it can be seen. */
  concealed = false;
  /** A panel is beside it, or lies over it and hides it. */
  panelOpen = false;
  /** Where those are who are shown now. */
  places: Places = new Map();

  readonly size = new SizeController(this);
  #seats: readonly string[] = [];

  /** Starts all pictures; call it within a gesture. */
  play(): void {
    for (const tile of this.tiles) tile.play();
  }

  get tiles(): NodeListOf<VrTile> {
    return this.renderRoot.querySelectorAll('vr-tile');
  }

  /** Puts every tile that is shown into its place. */
  place(): void {
    for (const tile of this.tiles) {
      const rect = this.places.get(tile.person?.key ?? '');
      if (rect) for (const side of SIDES) tile.style.setProperty(`--${side}`, `${rect[side]}px`);
    }
  }

  override willUpdate(): void {
    this.places = this.arranger?.arrange(this) ?? gridLayout({ tiles: this.people, ...this.extent });
    this.#seats = seat(
      this.#seats,
      this.people.map(({ key }) => key),
    );
  }

  override updated(): void {
    if (this.arranger) this.arranger.settle(this);
    else this.place();
  }

  /** For a layout. */
  get extent() {
    const { width, height, gap } = this.size;
    return { width, height, gap };
  }

  override render() {
    const people = new Map(this.people.map((person) => [person.key, person]));
    return html`<div role="group" aria-label=${words().stage.label}>
        ${this.#seats.map((key) => this.#tile(people.get(key)))}
      </div>
      ${this.arranger?.controls(this)}`;
  }

  #tile(person: PersonTile | undefined) {
    if (!person) return nothing;
    const place = this.places.get(person.key);
    return html`<vr-tile
      class=${!place ? 'away' : place.floating ? 'floating' : ''}
      participant=${person.id ?? ''}
      exportparts=${TILE_PARTS}
      .person=${person}
      .marks=${this.marks?.(person)}
      @dblclick=${() => this.dispatchEvent(new ActionRequestEvent({ type: 'pin', tile: person }))}
      ><slot name=${person.key}></slot
    ></vr-tile>`;
  }
}

const SIDES = ['x', 'y', 'width', 'height'] as const;

define('vr-stage', VrStage);

declare global {
  interface HTMLElementTagNameMap {
    'vr-stage': VrStage;
  }
}
