/**
 * `<video-room>`: the public face. A thin host: attributes in, events out, the session's state shown. What it does not
 * know: sockets, devices, peer connections.
 */
import { DEVICE_SOURCES } from '@video-room/protocol';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { IdleController } from '../../controllers/idle-controller.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { RoomDebug } from '../../controllers/room-debug.js';
import { ShortcutController } from '../../controllers/shortcut-controller.js';
import type { VideoRoomError } from '../../core/errors.js';
import type { SessionEvents } from '../../core/session-options.js';
import type { Fault } from '../../core/simulate.js';
import type { Action, ActionRequestEvent } from '../../events/action-request.js';
import { changes } from '../../events/changes.js';
import { RoomErrorEvent } from '../../events/error.js';
import { DebugChangedEvent } from '../../events/debug-changed.js';
import type { ShownSizesEvent } from '../../events/shown-sizes.js';
import { UpdateAvailableEvent } from '../../events/update-available.js';
import { words } from '../../text/en.js';
import { pill } from '../pill.styles.js';
import { tokens } from '../tokens.styles.js';
import { announcementOf } from './announcement.js';
import { Announcer } from './announcer.js';
import { CustomStates } from './custom-states.js';
import { keepFocus } from './keep-focus.js';
import { laterParts } from './later-parts.js';
import { needsDesk } from './needs-desk.js';
import { PreflightRoom } from './preflight-room.js';
import { roomTemplate } from './room-template.js';
import { styles } from './video-room.styles.js';

/**
 * A video call as an HTML tag.
 *
 * @tag video-room
 *
 * @fires {ParticipantJoinedEvent} participant-joined - Somebody else came in.
 * @fires {ParticipantLeftEvent} participant-left - Somebody else left for good.
 * @fires {ParticipantChangedEvent} participant-changed - Somebody's name, media or connection changed.
 * @fires {DebugChangedEvent} debug-changed - The debug overlay was opened or closed.
 * @fires {LogEntriesEvent} log-entries - Something was recorded that the page wants to be told of.
 * @fires {ConnectionChangedEvent} connection-changed - The media connection with somebody became another.
 * @fires {ActiveSpeakerChangedEvent} active-speaker-changed - Others speak than before.
 * @fires {RoomErrorEvent} error - Joining failed, a request was refused, or the call ended by a fault.
 * @fires {UpdateAvailableEvent} update-available - Cancelable. The server has another version than when one joined.
 *
 * @slot empty - While nobody else is there, instead of the words that say so.
 * @slot toolbar-start - Further buttons, before all others of the bar.
 * @slot toolbar-end - Further buttons, before the one that leaves.
 * @slot tile-overlay-<identity> - Over the picture of that person.
 *
 * @csspart room - Everything.
 * @csspart main - The area above the bar.
 * @csspart stage - The area of the tiles.
 * @csspart tile - One person's tile.
 * @csspart own-tile - One's own tile, which is a `tile` too.
 * @csspart video - A picture.
 * @csspart initials - The circle that stands for a picture.
 * @csspart name-tag - Name and microphone state on a tile.
 * @csspart tile-status - Says that a person is connecting or away.
 * @csspart pill - A short message over the picture.
 * @csspart sound-button - Starts the sound where the browser refused it.
 * @csspart debug - The debug overlay.
 */
export class VideoRoomElement extends PreflightRoom {
  static override styles = [tokens, pill, styles];
  static override properties: PropertyDeclarations = {
    updateOffered: { attribute: false },
    menuOpen: { attribute: false },
  };

  private updateOffered = false;
  private menuOpen = false;

  readonly #debug = new RoomDebug(this.bus, (open) => this.toggleDebug(open), {
    history: () => this.session.links?.history,
    timeline: () => this.session.links?.timeline,
    preflight: (options) => this.runPreflight(options),
  });
  readonly #parts = laterParts(this, this.session, this.lazily);
  readonly #idle = new IdleController(this);
  readonly #states = new CustomStates(this.attachInternals());
  /** What each request of a control leads to. */
  readonly #acts: { readonly [Type in Action['type']]: (action: Extract<Action, { type: Type }>) => void } = {
    join: ({ name }) => this.joinAs(name),
    leave: () => this.leave(),
    'hang-up': () => this.#parts.desk.part?.hangUp(),
    'toggle-camera': () => this.switchByHand('camera'),
    'toggle-microphone': () => this.switchByHand('microphone'),
    'toggle-screen': () => this.toggleScreenShare(),
    'toggle-hand': () => this.toggleHand(),
    'toggle-debug': () => this.toggleDebug(),
    'toggle-menu': ({ open }) => {
      this.menuOpen = open;
      void this.stage.load();
    },
    pin: ({ tile }) => this.pinByHand(tile),
    'play-sound': () => this.playSound(),
    reload: () => location.reload(),
    'dismiss-update': () => (this.updateOffered = false),
  };
  /** How large the tiles are. */
  #shown: ShownSizesEvent | undefined;
  #focusKept = Promise.resolve();
  readonly #announcer = new Announcer(this, () => this.#focusSettled());
  #hadFocus = false;

  constructor() {
    super();
    new LanguageController(this, this.bus);
    new ShortcutController(this, (action) => this.#act(action));
    this.addEventListener('pointerenter', () => this.requestUpdate());
    this.addEventListener('focusin', () => this.requestUpdate());
  }

  /**
   * Plays a fault in the room one is in, to see what visitors would: it goes the way a real one does, and heals by itself.
   *
   * @throws DOMException `InvalidStateError` while `debug` is off.
   */
  simulate(fault: Fault): void {
    if (!this.debugOpen) throw new DOMException('debug is off', 'InvalidStateError');
    this.session.simulate(fault);
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.session.calm) await this.session.calm;
    await super.scheduleUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('uplinkBudget')) {
      this.session.setBudget(this.uplinkBudget > 0 ? this.uplinkBudget * 1000 : Infinity);
    }
    if (changed.has('debugOpen') && (changed.get('debugOpen') !== undefined || this.debugOpen)) {
      this.dispatchEvent(new DebugChangedEvent(this.debugOpen));
    }
    (this.logEvents ? this.#parts.telling.ask() : this.#parts.telling.part)?.from(this.logEvents);
    this.#hadFocus = this.matches(':focus-within');
  }

  override updated(): void {
    super.updated();
    this.#states.name(words().room);
    if (this.#hadFocus) this.#focusKept = keepFocus(this, this.renderRoot);
    if (this.session.state.participants.size > 1) void this.stage.load();
  }

  override firstUpdated(): void {
    this.renderRoot.addEventListener('action-request', (event) => this.#act((event as ActionRequestEvent).action));
    this.renderRoot.addEventListener('shown-sizes', (event) => {
      this.#shown = event as ShownSizesEvent;
      this.#parts.media.part?.show(this.#shown);
    });
  }

  /** The log: `start() stop() filter() clear() entries() export()`. */
  get debug(): RoomDebug {
    return this.#debug;
  }
  /** Frameworks that find a property of an attribute's name set it; then the attribute is meant. */
  set debug(open: boolean | '') {
    this.debugOpen = open === '' || !!open;
  }

  /** Shows or hides the debug overlay, or the other of the two. */
  toggleDebug(on = !this.debugOpen): void {
    this.debugOpen = on;
  }

  /** Pictures, too, where the browser saves power. */
  protected override playSound(): void {
    super.playSound();
    this.renderRoot.querySelector('vr-stage')?.play();
  }

  /** @internal */
  override sessionChanged({ state, previous }: SessionEvents['state']): void {
    super.sessionChanged({ state, previous });
    this.#states.show(state.phase);
    this.debug.learn(state);
    const inside = state.phase === 'joined' || state.phase === 'reconnecting';
    if (!inside) this.soundRefused = this.menuOpen = this.devicesOpen = false;
    // Browsers let a page play sound that records some, so a refusal may be over once a device is on.
    const deviceCame = DEVICE_SOURCES.some((source) => !previous.devices[source].track && state.devices[source].track);
    if (this.soundRefused && deviceCame) this.playSound();
    const events = changes(previous, state);
    for (const event of events) {
      const { words, shownIn } = announcementOf(event);
      this.#announcer.say(words, shownIn);
      this.dispatchEvent(event);
    }
    this.#parts.desk.changed({ state, previous }, needsDesk(state));
    for (const part of [this.#parts.media, this.together]) part.changed({ state, previous }, false);
    this.tellPanels({ state, previous }, events);
    this.ownDevices.changed(
      { state, previous },
      Object.values(state.devices).some(({ error }) => error),
    );
    if (state.phase === 'joined' && previous.phase !== 'joined') void this.#loadMore();
  }

  /** @internal */
  serverChanged({ from, to }: SessionEvents['server-changed']): void {
    this.updateOffered = this.dispatchEvent(new UpdateAvailableEvent(from, to));
  }

  /** @internal */
  refused(error: VideoRoomError): void {
    this.dispatchEvent(new RoomErrorEvent(error));
    (this.#parts.desk.part ?? this.together.part)?.refused(error);
  }

  /** @internal For those who do not see. @param shownIn selects what shows it: with the focus, that is heard by itself. */
  announce(words: string, shownIn?: string): void {
    this.#announcer.say(words, shownIn);
  }

  /** @internal What sends one's sound and picture. */
  senders(): RTCRtpSender[] {
    return this.session.senders();
  }

  override render(): TemplateResult {
    const { state } = this.session;
    const needsDevices = this.devicesOpen || (this.prejoin && state.phase === 'idle');
    return roomTemplate({
      state,
      desk: this.#parts.desk.part ? this.#parts.desk.part.view(state) : needsDesk(state) ? 'waiting' : undefined,
      media: this.#parts.media.part,
      together: this.together.part?.view(state),
      devices: (needsDevices ? this.ownDevices.ask() : this.ownDevices.part)?.view(),
      devicesOpen: this.devicesOpen,
      panels: (this.panel ? this.panels.ask() : this.panels.part)?.view(),
      panelOpen: !!this.panel,
      controls: this.wantedControls,
      notice: this.#parts.notice,
      prejoin: this.prejoin,
      preflight: this.preflightOpen ? this.preflight.ask()?.view() : undefined,
      hasToken: this.hasToken,
      ownName: this.ownName,
      idle: this.#idle.idle,
      soundRefused: this.soundRefused,
      updateOffered: this.updateOffered,
      debugShown: this.debugOpen && !!this.#parts.overlay.ask(),
      debugOpen: this.debugOpen,
      debug: this.debug,
      menuOpen: this.menuOpen,
      layouts: this.stage.part,
      announcement: this.#announcer.next(),
      act: (action) => this.#act(action),
    });
  }

  /** What is wanted once one is in the room, or some time later, maybe when the server cannot be reached. */
  async #loadMore(): Promise<void> {
    await this.session.calm;
    const media = await this.#parts.media.load();
    if (this.#shown) media?.show(this.#shown);
    // What keeps the bar within its width comes before what adds buttons to it.
    await this.panels.load();
    await this.together.load();
    await this.ownDevices.load();
    await this.#parts.notice.load();
  }

  /** After the focus went to what came instead of what had it. A notice that cannot be loaded gets none. */
  async #focusSettled(): Promise<void> {
    const gone = this.state === 'left' || this.state === 'failed';
    if (!gone || (await this.#parts.notice.load())) await this.#focusKept;
  }

  #act(action: Action): void {
    (this.#acts[action.type] as (action: Action) => void)(action);
  }
}
