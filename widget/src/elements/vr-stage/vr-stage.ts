/** The people of the room as an even grid of tiles, or one large picture with one's own floating on it. */
import { html, nothing } from 'lit';
import type { PersonTile } from '../../controllers/people-tiles.js';
import { SizeController } from '../../controllers/size-controller.js';
import { VisibilityController } from '../../controllers/visibility-controller.js';
import { ShownSizesEvent } from '../../events/shown-sizes.js';
import { SoundRefusedEvent } from '../../events/sound-refused.js';
import { words } from '../../text/en.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { TILE_PARTS } from '../vr-tile/vr-tile.js';
import { gridFor } from './grid.js';
import { seat } from './seats.js';
import { styles } from './vr-stage.styles.js';

/** Stages narrower than this, in CSS pixels, let one's own picture float over the only other one. */
const NARROW_PX = 560;

/**
 * @fires sound-refused
 * @fires shown-sizes
 */
export class VrStage extends SpeakingElement {
  static override styles = [tokens, styles];

  static override properties = { people: { attribute: false }, concealed: { type: Boolean } };

  /** Everybody to show; oneself last. */
  people: readonly PersonTile[] = [];

  /** Laid out, but not to be seen. */
  concealed = false;

  readonly #size = new SizeController(this);
  readonly #page = new VisibilityController(this);
  #tile: readonly [width: number, height: number] = [0, 0];
  #told = '';
  #seats: readonly string[] = [];

  /** Starts all pictures and sounds; call it within a gesture. */
  play(): void {
    for (const tile of this.renderRoot.querySelectorAll('vr-tile')) tile.play();
  }

  override willUpdate(): void {
    const { width, height, gap } = this.#size;
    const count = this.people.length - (this.#isFloating ? 1 : 0);
    const narrow = width < NARROW_PX;
    const tile = gridFor(Math.max(1, count), width, height, gap, narrow && count === 1 ? 0.4 : undefined);
    this.#seats = seat(
      this.#seats,
      this.people.map(({ key }) => key),
    );
    this.#tile = [tile.width, tile.height];
    this.style.setProperty('--grid-width', `${tile.columns * (tile.width + gap)}px`);
    this.style.setProperty('--tile-width', `${tile.width}px`);
    this.style.setProperty('--tile-height', `${tile.height}px`);
  }

  override updated(): void {
    const size = this.concealed || !this.#page.visible ? ([0, 0] as const) : this.#tile;
    const sizes = new Map(this.people.map(({ key }) => [key, size]));
    const told = JSON.stringify([...sizes]);
    if (told === this.#told) return;
    this.#told = told;
    this.dispatchEvent(new ShownSizesEvent(sizes));
  }

  get #isFloating(): boolean {
    const { width, height } = this.#size;
    return this.people.length === 2 && !!this.people[1]?.own && width < NARROW_PX && height > width * 0.75;
  }

  override render() {
    const people = new Map(this.people.map((person) => [person.key, person]));
    return html`<div class="grid" role="group" aria-label=${words().stage.label}>
      ${this.#seats.map((key) => this.#tileOf(people.get(key)))}
    </div>`;
  }

  #tileOf(person: PersonTile | undefined) {
    if (!person) return nothing;
    const place = !person.own ? '' : this.#isFloating ? 'own floating' : 'own';
    return html`<vr-tile
      class=${place}
      participant=${person.id ?? ''}
      exportparts=${TILE_PARTS}
      .person=${person}
      @sound-refused=${this.#onSoundRefused}
    ></vr-tile>`;
  }

  readonly #onSoundRefused = (): void => {
    this.dispatchEvent(new SoundRefusedEvent());
  };
}

define('vr-stage', VrStage);

declare global {
  interface HTMLElementTagNameMap {
    'vr-stage': VrStage;
  }
}
