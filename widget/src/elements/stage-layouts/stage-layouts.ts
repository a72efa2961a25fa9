/**
 * What the stage can do beyond an even grid: other layouts, pages, pins, one's own floating tile, movement, windows. Loaded
 * by video-room/stage-room.ts. It decides where tiles go and keeps what the person chose; the stage draws.
 */
import { html, type TemplateResult } from 'lit';
import { FeaturedSpeaker } from '../../controllers/featured-speaker.js';
import { ActionRequestEvent } from '../../events/action-request.js';
import type { StageAction, StageActionEvent } from '../../events/stage-action.js';
import { layoutWords } from '../../text/en-layout.js';
import type { StageRoom } from '../video-room/stage-room.js';
import type { MenuEntry } from '../vr-menu/menu-entry.js';
import { STAGE_PARTS, type StageControls } from '../vr-stage-controls/vr-stage-controls.js';
import '../vr-stage-controls/vr-stage-controls.js';
import type { Corner } from '../vr-stage/layout.js';
import type { Places, StageArranger, VrStage } from '../vr-stage/vr-stage.js';
import { VrTile } from '../vr-tile/vr-tile.js';
import { arrange, asRead, inOrderOfComing, onPage, pinOf, type Arrangement } from './arrangement.js';
import { cornerAt } from './corners.js';
import { FullScreen } from './full-screen.js';
import { glide } from './movement.js';
import { PictureInPicture } from './picture-in-picture.js';
import { ShownSizes } from './shown-sizes.js';
import { barMenu, debugEntry } from './bar-menu.js';
import { stageMenu } from './stage-menu.js';
import { watchSwipes } from './swipes.js';

export type StageHost = StageRoom;

export class StageLayouts implements StageArranger {
  /** Names of the parts of what lies over the tiles. */
  readonly parts = STAGE_PARTS;
  readonly #host: StageHost;
  readonly #speaker: FeaturedSpeaker;
  readonly #fullscreen: FullScreen;
  readonly #pictureInPicture: PictureInPicture;
  #stage: VrStage | undefined;
  #sizes: ShownSizes | undefined;
  #arrangement: Arrangement | undefined;
  /** Keys of the screens, in the order in which they came. */
  #screens: readonly string[] = [];
  #page = 0;
  #corner: Corner = 'bottom-end';
  #ownHidden = false;
  #near: string | undefined;
  /** What the tiles were last arranged by, and who was shown. */
  #arrangedBy = '';
  #shown: ReadonlySet<string> = new Set();

  readonly #acts: { readonly [Type in StageAction['type']]: (action: Extract<StageAction, { type: Type }>) => void } = {
    page: ({ page }) => (this.#page = page),
    corner: ({ corner }) => (this.#corner = corner),
    'hide-own': ({ hidden }) => (this.#ownHidden = hidden),
    drag: ({ across, along }) => this.#drag(`${across}px ${along}px`),
    drop: (action) => this.#drop(action),
  };

  constructor(host: StageHost) {
    this.#host = host;
    this.#speaker = new FeaturedSpeaker(() => this.#stage?.requestUpdate());
    this.#fullscreen = new FullScreen(host, () => host.requestUpdate());
    this.#pictureInPicture = new PictureInPicture(host);
  }

  get pictureInPicture(): boolean {
    return this.#pictureInPicture.on;
  }

  toggleFullscreen(on?: boolean): void {
    this.#fullscreen.toggle(on);
  }

  togglePictureInPicture(on?: boolean): void {
    if (this.#stage) this.#pictureInPicture.toggle(this.#stage, this.#featuredVideo(), on);
  }

  /** Says where the stage is while it is in a window of its own. */
  get pill(): TemplateResult | undefined {
    if (!this.#pictureInPicture.away) return undefined;
    const { elsewhere, back } = layoutWords();
    return html`<div class="pill" part="pill">
      ${elsewhere}
      <button part="bring-back-button" @click=${() => this.togglePictureInPicture(false)}>${back}</button>
    </div>`;
  }

  /** The open menu of the bar. @param entries what other parts of the element give. @param debug whether that is one */
  menu(entries: readonly MenuEntry[], debug: boolean): TemplateResult {
    return barMenu([...this.#menuEntries, ...entries, ...(debug ? [debugEntry(this.#host)] : [])]);
  }

  get #menuEntries(): MenuEntry[] {
    const { possible, on } = this.#fullscreen;
    return stageMenu({
      layout: this.#host.layout,
      choose: (layout) => (this.#host.layout = layout),
      fullscreen: { possible, on, toggle: () => this.toggleFullscreen() },
      pictureInPicture: {
        possible: this.#pictureInPicture.possible,
        on: this.pictureInPicture,
        toggle: () => this.togglePictureInPicture(),
      },
    });
  }

  arrange(stage: VrStage): Places {
    if (stage !== this.#stage) this.#attend(stage);
    const others = stage.people.filter(({ own, kind }) => !own && kind === 'person');
    const { layout, pinned } = this.#host;
    this.#screens = inOrderOfComing(this.#screens, stage.people);
    const newest = this.#screens.at(-1);
    this.#arrangement = arrange(stage.people, stage.extent, {
      newest,
      layout,
      pinned,
      speaker: this.#speaker.update(others),
      corner: this.#corner,
      ownHidden: this.#ownHidden,
    });
    this.#page = Math.min(this.#page, this.#arrangement.pages - 1);
    return onPage(this.#arrangement.places, this.#page);
  }

  controls(stage: VrStage): TemplateResult {
    const view = this.#arrangement?.kind === 'solo' ? undefined : this.#controlsOf(stage);
    return html`<vr-stage-controls
      exportparts=${STAGE_PARTS}
      .view=${view}
      @stage-action=${this.#onAction}
      @action-request=${({ action }: ActionRequestEvent) => stage.dispatchEvent(new ActionRequestEvent(action))}
    ></vr-stage-controls>`;
  }

  settle(stage: VrStage): void {
    const { kind, featured, pages } = this.#arrangement ?? {};
    const arrangedBy = [kind, featured, pages, this.#page, this.#corner, ...stage.places.keys()].join();
    const wasShown = this.#shown;
    const isFirst = this.#arrangedBy === '';
    this.#shown = new Set(stage.places.keys());
    if (isFirst || arrangedBy === this.#arrangedBy) stage.place();
    else {
      const tiles = [...stage.tiles].filter(({ person }) => person && this.#shown.has(person.key));
      glide(
        tiles,
        ({ person }) => !!person && wasShown.has(person.key),
        () => {
          this.#drag('');
          stage.place();
        },
      );
    }
    this.#arrangedBy = arrangedBy;
    stage.style.touchAction = pages && pages > 1 ? 'pan-y pinch-zoom' : '';
    this.#sizes?.changed();
    this.#pictureInPicture.follow(stage);
    const { pinned } = this.#host;
    if (pinned !== undefined && !stage.people.some((tile) => pinOf(tile) === pinned)) this.#host.pin();
  }

  #attend(stage: VrStage): void {
    this.#sizes?.stop();
    this.#stage = stage;
    this.#sizes = new ShownSizes(stage);
    const near = (key: string | undefined) => {
      if (key === this.#near) return;
      this.#near = key;
      stage.requestUpdate();
    };
    stage.addEventListener('pointerover', (event) => {
      const tile = event.composedPath().find((element) => element instanceof VrTile);
      if (tile) near(tile.person?.key);
    });
    watchSwipes(stage, (step) => this.#turn(step));
    // A finger leaves as soon as it is lifted.
    stage.addEventListener('pointerleave', ({ pointerType }) => pointerType !== 'touch' && near(undefined));
  }

  #controlsOf({ people, places }: VrStage): StageControls {
    const whole = this.#arrangement?.places ?? places;
    const speaking = people.flatMap(({ key, speaking }) => (speaking ? (whole.get(key)?.page ?? []) : []));
    const even = [...places.values()].filter(({ floating }) => !floating);
    return {
      tiles: asRead(places).flatMap((key) => {
        const person = people.find((each) => each.key === key);
        const rect = places.get(key);
        return person && rect ? { person, rect, pinned: pinOf(person) === this.#host.pinned } : [];
      }),
      pinnable: even.length > 1,
      near: this.#near,
      corner: this.#corner,
      hidden: this.#page === 0 ? this.#arrangement?.hidden : undefined,
      page: this.#page,
      pages: this.#arrangement?.pages ?? 1,
      speaking: new Set(speaking),
    };
  }

  readonly #onAction = ({ action }: StageActionEvent): void => {
    (this.#acts[action.type] as (action: StageAction) => void)(action);
    if (action.type !== 'drag') this.#stage?.requestUpdate();
  };

  #turn(step: 1 | -1): void {
    const to = this.#page + step;
    if (to < 0 || to >= (this.#arrangement?.pages ?? 1)) return;
    this.#page = to;
    this.#stage?.requestUpdate();
  }

  #drag(translate: string): void {
    const own = [...(this.#stage?.tiles ?? [])].find(({ person }) => person?.own && person.kind === 'person');
    if (own) own.style.translate = translate;
  }

  /** In the nearest corner; from where it was let go it glides there. */
  #drop({ across, along }: { across: number; along: number }): void {
    const stage = this.#stage;
    const rect = [...(stage?.places.values() ?? [])].find(({ floating }) => floating);
    if (!stage || !rect) return;
    const { width, height } = stage.extent;
    const towardsEnd = stage.matches(':dir(rtl)') ? -across : across;
    const corner = cornerAt(
      (rect.x + rect.width / 2 + towardsEnd) / width,
      (rect.y + rect.height / 2 + along) / height,
    );
    if (corner === this.#corner) this.#drag('');
    this.#corner = corner;
  }

  #featuredVideo(): HTMLVideoElement | undefined {
    const key = this.#arrangement?.featured;
    const tiles = [...(this.#stage?.tiles ?? [])].filter(({ person }) => person?.camera);
    const tile =
      tiles.find(({ person }) => person?.key === key) ?? tiles.find(({ person }) => !person?.own) ?? tiles[0];
    return tile?.renderRoot.querySelector('video') ?? undefined;
  }
}
