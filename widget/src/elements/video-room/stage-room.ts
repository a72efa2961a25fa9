/** The stage as properties and methods of the tag: its layout, who is pinned, full screen, a window of its own. */
import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { PersonTile } from '../../controllers/people-tiles.js';
import { LayoutChangedEvent } from '../../events/layout-changed.js';
import { PinChangedEvent } from '../../events/pin-changed.js';
import { DeviceRoom } from './device-room.js';
import type { StageLayouts } from '../stage-layouts/stage-layouts.js';
import { LazyPart } from './lazy-part.js';

export type StageLayout = 'auto' | 'grid' | 'speaker' | 'sidebar';

/**
 * @fires {LayoutChangedEvent} layout-changed - `layout` became another.
 * @fires {PinChangedEvent} pin-changed - Another tile is pinned, or none.
 * @fires {FullscreenChangedEvent} fullscreen-changed - The element fills the screen, or no more.
 * @fires {PictureInPictureChangedEvent} picture-in-picture-changed - The call is in a small window, or no more.
 * @csspart pin-button - Pins that tile, or unpins it.
 * @csspart move-button - Lies over one's own floating tile and moves it.
 * @csspart hide-own-button - Hides one's own floating tile.
 * @csspart show-own-button - Brings it back.
 * @csspart own-screen - Says that one shares one's screen.
 * @csspart stop-sharing-button - Stops that.
 * @csspart pages - Arrows, dots and number of the pages.
 * @csspart page-button - An arrow or dot.
 * @csspart bring-back-button - Takes the call back out of the small window.
 * @attr {'auto'|'grid'|'speaker'|'sidebar'} layout - How the tiles are arranged; default `auto`.
 */
export abstract class StageRoom extends DeviceRoom {
  static override properties: PropertyDeclarations = { layout: {} };

  /** How the tiles are arranged; `auto`: as a grid, or one large while a screen is shared or somebody is pinned. */
  layout: StageLayout = 'auto';
  protected readonly stage = new LazyPart<StageLayouts>({
    ...this.lazily,
    name: 'layouts',
    load: async () => new (await import('../stage-layouts/stage-layouts.js')).StageLayouts(this),
  });
  #pinned: string | undefined;

  /** Who is pinned: a participant id, or `<participant id>/screen` for a shared screen. */
  get pinned(): string | undefined {
    return this.#pinned;
  }

  /** Whether the element fills the screen. */
  get fullscreen(): boolean {
    return this.matches(':fullscreen');
  }

  /** Whether the call is shown in a small window of its own. */
  get pictureInPicture(): boolean {
    return !!this.stage.part?.pictureInPicture;
  }

  /**
   * Makes the tile of a participant, or a shared screen, the large one; without an argument nobody's. Does nothing for
   * somebody who is not there.
   */
  pin(participantId?: string): void {
    const [person] = participantId?.split('/') ?? [];
    if (participantId === this.#pinned || (person && !this.session.state.participants.has(person))) return;
    this.#pinned = participantId;
    this.requestUpdate();
    void this.stage.load();
    this.dispatchEvent(new PinChangedEvent(participantId));
  }

  /** Fills the screen or stops it, or the other of the two. Call it within a gesture. */
  toggleFullscreen(on?: boolean): void {
    void this.stage.load().then((layouts) => layouts?.toggleFullscreen(on));
  }

  /** Shows the call in a small window of its own or takes it back, or the other of the two. Call it within a gesture. */
  togglePictureInPicture(on?: boolean): void {
    void this.stage.load().then((layouts) => layouts?.togglePictureInPicture(on));
  }

  protected pinByHand({ kind, key, id }: PersonTile): void {
    const tile = kind === 'screen' ? key : id;
    this.pin(tile === this.#pinned ? undefined : tile);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.get('layout')) this.dispatchEvent(new LayoutChangedEvent(this.layout));
  }
}
