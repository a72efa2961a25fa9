/**
 * `<video-room>`: the public face. A thin host: attributes in, events out, the session's state shown. What it does not
 * know: sockets, devices, peer connections.
 */
import { LogBus, Logger } from '@video-room/log';
import { MEDIA_SOURCES, type MediaSource, type ParticipantRecord } from '@video-room/protocol';
import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { IdleController } from '../../controllers/idle-controller.js';
import { readPreferences, remember } from '../../controllers/preferences.js';
import { RoomDebug } from '../../controllers/room-debug.js';
import { SessionController, type SessionListener } from '../../controllers/session-controller.js';
import { ShortcutController } from '../../controllers/shortcut-controller.js';
import type { VideoRoomError } from '../../core/errors.js';
import type { SessionEvents } from '../../core/session.js';
import type { SessionPhase } from '../../core/session-state.js';
import type { Action, ActionRequestEvent } from '../../events/action-request.js';
import { changes } from '../../events/changes.js';
import { DebugChangedEvent } from '../../events/debug-changed.js';
import type { VideoRoomEventMap } from '../../events/index.js';
import { UpdateAvailableEvent } from '../../events/update-available.js';
import { en } from '../../text/en.js';
import { tokens } from '../tokens.styles.js';
import type { VrStage } from '../vr-stage/vr-stage.js';
import { announcementOf } from './announcement.js';
import { CustomStates } from './custom-states.js';
import { joinOptionsOf, serverUrlOf, type JoinAttributes } from './join-options.js';
import { roomTemplate } from './room-template.js';
import { styles } from './video-room.styles.js';

export type Switch = 'on' | 'off';

type EventMap = Omit<HTMLElementEventMap, keyof VideoRoomEventMap> & VideoRoomEventMap;

/**
 * A video call as an HTML tag.
 *
 * @tag video-room
 *
 * @attr {string} server - Address of the server; default: where the script came from.
 * @attr {string} token - Room token. With it the element joins by itself, unless `prejoin` is set.
 * @attr {string} token-endpoint - Address of the page's site that answers with a token.
 * @attr {string} room - Name of the room, sent to the token endpoint.
 * @attr {string} identity - Who one is, sent to the token endpoint.
 * @attr {string} display-name - Name shown to others; default: the token's.
 * @attr {'on'|'off'} camera - Whether to send one's picture; default: as last chosen on this site, else `on`.
 * @attr {'on'|'off'} microphone - Whether to send one's sound; default: as last chosen on this site, else `on`.
 * @attr {boolean} prejoin - Waits with a Join screen until the person, or `join()`, joins.
 * @attr {boolean} debug - Shows the debug overlay; as a property `debugOpen`.
 *
 * @fires {StateChangedEvent} state-changed - `state` became another.
 * @fires {JoinedEvent} joined - One is in the room.
 * @fires {LeftEvent} left - One is no longer in the room.
 * @fires {ParticipantJoinedEvent} participant-joined - Somebody else came in.
 * @fires {ParticipantLeftEvent} participant-left - Somebody else left for good.
 * @fires {ParticipantChangedEvent} participant-changed - Somebody's name, media or connection changed.
 * @fires {CameraChangedEvent} camera-changed - The camera switch became on or off.
 * @fires {MicrophoneChangedEvent} microphone-changed - The microphone switch became on or off.
 * @fires {DebugChangedEvent} debug-changed - The debug overlay was opened or closed.
 * @fires {ConnectionChangedEvent} connection-changed - The media connection with somebody became another.
 * @fires {ActiveSpeakerChangedEvent} active-speaker-changed - Others speak than before.
 * @fires {RoomErrorEvent} error - Joining failed, the call ended by a fault, or a device failed.
 * @fires {UpdateAvailableEvent} update-available - Cancelable. The server has another version than when one joined.
 *
 * @slot idle - Replaces what is shown before joining.
 * @slot actions - Further buttons for the bar.
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
 * @csspart bar - The bar of controls.
 * @csspart button - Any button of the bar.
 * @csspart microphone-button - The microphone button.
 * @csspart camera-button - The camera button.
 * @csspart debug-button - The debug button.
 * @csspart leave-button - The leave button.
 * @csspart device-badge - Marks a button whose device failed.
 * @csspart tooltip - The words beside a button.
 * @csspart notice - The card shown while one is not in the room.
 * @csspart join-button - Joins, or joins again.
 * @csspart retry-button - Tries again after a failure.
 * @csspart name-field - Takes the display name.
 * @csspart pill - A short message over the picture.
 * @csspart sound-button - Starts the sound where the browser refused it.
 * @csspart debug - The debug overlay.
 *
 * @cssprop [--vr-stage-color=#101316] - Background.
 * @cssprop [--vr-surface-color=#191d22] - Cards.
 * @cssprop [--vr-raised-color=#262d35] - Buttons.
 * @cssprop [--vr-line-color=#ffffff1f] - Thin lines.
 * @cssprop [--vr-text-color=#e9ebee] - Text.
 * @cssprop [--vr-soft-text-color=#a3adb8] - Text of less weight.
 * @cssprop [--vr-accent-color=#6fb1ff] - Focus ring and what is active.
 * @cssprop [--vr-on-accent-color=#06182e] - Text and icons on the accent colour.
 * @cssprop [--vr-speaking-color=#3ecf8e] - Ring of whoever speaks, main buttons.
 * @cssprop [--vr-warning-color=#f2b84b] - Warnings.
 * @cssprop [--vr-danger-color=#f0625f] - Leave button, errors.
 * @cssprop [--vr-on-danger-color=#1d0504] - Icon of the leave button.
 * @cssprop [--vr-danger-text-color=#ff8d88] - Red text and icons on dark ground.
 * @cssprop [--vr-radius=14px] - Corners of tiles.
 * @cssprop [--vr-outer-radius=0] - Corners of the element.
 * @cssprop [--vr-gap=10px] - Space between tiles.
 * @cssprop [--vr-font] - Shorthand `font` of all text.
 * @cssprop [--vr-video-fit=cover] - How pictures fill their tiles: `cover` or `contain`.
 *
 * @cssState idle - Before joining.
 * @cssState connecting - On the way in.
 * @cssState joined - In the room.
 * @cssState reconnecting - The server is lost; pictures may go on.
 * @cssState failed - Given up; see `error`.
 * @cssState left - Was in the room and is no more.
 */
export class VideoRoomElement extends LitElement implements SessionListener {
  static override styles = [tokens, styles];

  /** Address of the server. Empty: where the script came from. */
  @property() server = '';
  /** Room token. A change counts from the next `join()` on. */
  @property() token = '';
  /** Address that answers a POST with a token, for a token per visit. */
  @property({ attribute: 'token-endpoint' }) tokenEndpoint = '';
  /** Name of the room, sent to the token endpoint. */
  @property() room = '';
  /** Who one is, sent to the token endpoint. */
  @property() identity = '';
  /** Name shown to others; may be changed during the call. Empty: the token's. */
  @property({ attribute: 'display-name' }) displayName = '';
  /** Waits with a Join screen; opens the connection meanwhile so that joining is quick. */
  @property({ type: Boolean }) prejoin = false;
  /** Whether the debug overlay is shown. */
  @property({ type: Boolean, attribute: 'debug', reflect: true }) debugOpen = false;

  @state() private debugLoaded = false;
  @state() private soundRefused = false;
  @state() private updateOffered = false;
  @state() private announcement = '';

  @query('vr-stage') private stage!: VrStage | null;

  readonly #bus = new LogBus();
  readonly #debug = new RoomDebug(this.#bus, (open) => this.toggleDebug(open));
  readonly #session = new SessionController(this, this.#bus);
  readonly #idle = new IdleController(this);
  readonly #states = new CustomStates(this.attachInternals(), en.room);
  /** Devices whose switch the page has set; the remembered choice then counts no more. */
  readonly #decided = new Set<MediaSource>();
  #triedToJoin = false;
  #warmed = '';
  #rememberedName = '';

  constructor() {
    super();
    new ShortcutController(this, (action) => this.#act(action));
  }

  /** The camera's switch: what was chosen, `off` also if the device could not be had. Setting `on` then tries again. */
  @property()
  get camera(): Switch {
    return this.#session.isOn('camera') ? 'on' : 'off';
  }
  set camera(value: Switch) {
    this.#decide('camera', value !== 'off');
  }

  /** The microphone's switch, in the same way. */
  @property()
  get microphone(): Switch {
    return this.#session.isOn('microphone') ? 'on' : 'off';
  }
  set microphone(value: Switch) {
    this.#decide('microphone', value !== 'off');
  }

  /** Where one stands with the room. */
  get state(): SessionPhase {
    return this.#session.state.phase;
  }

  /** Everybody in the room, oneself included, in the order they came. */
  get participants(): ParticipantRecord[] {
    return [...this.#session.state.participants.values()];
  }

  /** Oneself, once in the room. */
  get localParticipant(): ParticipantRecord | undefined {
    const { you, participants } = this.#session.state;
    return you === undefined ? undefined : participants.get(you);
  }

  /** Why joining failed, while `state` is `failed`. */
  get error(): VideoRoomError | undefined {
    return this.#session.state.error;
  }

  /** The log: `start() stop() filter() clear() entries() export()`. */
  get debug(): RoomDebug {
    return this.#debug;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const remembered = readPreferences();
    this.#rememberedName = remembered.name ?? '';
    for (const source of MEDIA_SOURCES) {
      const choice = remembered[source];
      if (choice !== undefined && !this.#decided.has(source)) this.#session.setWanted(source, choice);
    }
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('displayName') && this.displayName) this.#session.setName(this.displayName);
    if (changed.has('debugOpen')) this.#showDebug(changed.get('debugOpen') !== undefined);
    if (this.state === 'idle' && this.isConnected) this.#prepare();
  }

  override firstUpdated(): void {
    this.renderRoot.addEventListener('action-request', (event) => this.#act((event as ActionRequestEvent).action));
    this.renderRoot.addEventListener('sound-refused', () => (this.soundRefused = true));
  }

  /** Enters the room. What comes of it shows in `state` and the events. Does nothing while already there. */
  join(): void {
    this.#triedToJoin = true;
    this.#session.join(joinOptionsOf({ ...this.#attributes(), name: this.#ownName }));
  }

  /** Leaves the room and closes the devices. */
  leave(): void {
    this.#session.leave();
  }

  /** Turns the camera on or off, or to the other of the two. */
  toggleCamera(on = this.camera === 'off'): void {
    this.camera = on ? 'on' : 'off';
  }

  /** Turns the microphone on or off, or to the other of the two. */
  toggleMicrophone(on = this.microphone === 'off'): void {
    this.microphone = on ? 'on' : 'off';
  }

  /** Shows or hides the debug overlay, or the other of the two. */
  toggleDebug(on = !this.debugOpen): void {
    this.debugOpen = on;
  }

  /** @internal */
  sessionChanged({ state, previous }: SessionEvents['state']): void {
    this.#states.show(state.phase);
    this.#debug.learn(state);
    if (state.phase === 'idle') this.#triedToJoin = false;
    if (state.phase !== 'joined' && state.phase !== 'reconnecting') this.soundRefused = false;
    for (const event of changes(previous, state)) {
      this.announcement = announcementOf(event) || this.announcement;
      this.dispatchEvent(event);
    }
  }

  /** @internal */
  serverChanged({ from, to }: SessionEvents['server-changed']): void {
    this.updateOffered = this.dispatchEvent(new UpdateAvailableEvent(from, to));
  }

  override addEventListener<Type extends keyof EventMap>(
    type: Type,
    listener: (this: VideoRoomElement, event: EventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(...rest: Parameters<HTMLElement['addEventListener']>): void {
    super.addEventListener(...rest);
  }

  override render(): TemplateResult {
    return roomTemplate({
      state: this.#session.state,
      prejoin: this.prejoin,
      hasToken: this.#hasToken,
      ownName: this.#ownName,
      idle: this.#idle.idle,
      soundRefused: this.soundRefused,
      updateOffered: this.updateOffered,
      debugShown: this.debugOpen && this.debugLoaded,
      debugOpen: this.debugOpen,
      debug: this.#debug,
      announcement: this.announcement,
      act: (action) => this.#act(action),
    });
  }

  get #hasToken(): boolean {
    return !!(this.token || this.tokenEndpoint);
  }

  /** What the person typed is used only where it is asked for; elsewhere the page or the token says the name. */
  get #ownName(): string {
    return this.displayName || (this.prejoin ? this.#rememberedName : '');
  }

  #attributes(): Omit<JoinAttributes, 'name'> {
    const { server, token, tokenEndpoint, room, identity } = this;
    return { server, token, tokenEndpoint, room, identity };
  }

  /** While idle: joins, or makes joining quick. */
  #prepare(): void {
    if (!this.prejoin) {
      if (this.#hasToken && !this.#triedToJoin) this.join();
      return;
    }
    const url = serverUrlOf(this.server);
    if (!url || url === this.#warmed) return;
    this.#warmed = url;
    this.#session.warm(url);
  }

  #decide(source: MediaSource, on: boolean): void {
    this.#decided.add(source);
    if (on !== this.#session.isOn(source)) this.#session.setWanted(source, on);
  }

  #showDebug(tell: boolean): void {
    if (tell || this.debugOpen) this.dispatchEvent(new DebugChangedEvent(this.debugOpen));
    if (!this.debugOpen || this.debugLoaded) return;
    import('../vr-debug/vr-debug.js').then(
      () => (this.debugLoaded = true),
      (error: unknown) => {
        new Logger(this.#bus, { category: 'session' }).error('debug overlay not loaded', { error: String(error) });
        this.debugOpen = false;
      },
    );
  }

  #act(action: Action): void {
    switch (action.type) {
      case 'join':
        if (action.name !== undefined) this.#rename(action.name);
        return this.join();
      case 'leave':
        return this.leave();
      case 'toggle-camera':
        this.toggleCamera();
        return remember({ camera: this.#session.isWanted('camera') });
      case 'toggle-microphone':
        this.toggleMicrophone();
        return remember({ microphone: this.#session.isWanted('microphone') });
      case 'toggle-debug':
        return this.toggleDebug();
      case 'play-sound':
        this.soundRefused = false;
        return this.stage?.play();
      case 'reload':
        return location.reload();
      case 'dismiss-update':
        this.updateOffered = false;
        return;
      default:
        return action satisfies never;
    }
  }

  #rename(name: string): void {
    this.#rememberedName = this.displayName = name;
    remember({ name });
  }
}
