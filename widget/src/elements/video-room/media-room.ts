/**
 * One's own camera, microphone and screen, and how connections do, as properties and methods of the tag: what the page sets
 * counts for this page, what the person chooses by hand is remembered.
 */
import { DEVICE_SOURCES, type DeviceSource, type ParticipantId } from '@video-room/protocol';
import type { PropertyDeclarations } from 'lit';
import { readPreferences, remember } from '../../controllers/preferences.js';
import type { ShareOptions } from '../../core/media/local-screen.js';
import type { ConnectionQuality } from '../../core/stats/quality.js';
import { TogetherRoom } from './together-room.js';

export type Switch = 'on' | 'off';

/**
 * @fires {CameraChangedEvent} camera-changed - The camera switch became on or off.
 * @fires {MicrophoneChangedEvent} microphone-changed - The microphone switch became on or off.
 * @fires {ScreenShareChangedEvent} screen-share-changed - One began or ceased to share a screen.
 * @fires {SoundOnlyChangedEvent} sound-only-changed - One takes and sends no pictures of cameras any more, or again.
 * @fires {QualityChangedEvent} quality-changed - The connection with somebody, or one's own network, does better or worse.
 * @csspart quality - Bars on a tile whose connection is fair or poor.
 * @csspart weak-connection - The `pill` that says that one's own connection is weak.
 * @csspart reload-button - Loads the page anew where an update is offered.
 * @csspart dismiss-button - Puts away the `pill` or `outcome` it is in.
 * @csspart sound-only-button - Its button that turns sound only on.
 * @csspart sound-only - The `pill` that says that there is only sound.
 * @csspart show-pictures-button - Its button that ends that.
 * @attr {boolean} sound-only - Takes and sends no pictures of cameras; shared screens stay.
 */
export abstract class MediaRoom extends TogetherRoom {
  static override properties: PropertyDeclarations = {
    camera: {},
    microphone: {},
    soundOnly: { type: Boolean, attribute: 'sound-only' },
  };

  /** Devices whose switch the page has set; the remembered choice then counts no more. */
  readonly #decided = new Set<DeviceSource>();

  /** The camera's switch: what was chosen, `off` also if the device could not be had. Setting `on` then tries again. */
  get camera(): Switch {
    return this.session.isOn('camera') ? 'on' : 'off';
  }
  set camera(value: Switch) {
    this.#decide('camera', value);
  }

  /** The microphone's switch, in the same way. */
  get microphone(): Switch {
    return this.session.isOn('microphone') ? 'on' : 'off';
  }
  set microphone(value: Switch) {
    this.#decide('microphone', value);
  }

  /** Turns the camera on or off, or to the other of the two. On, there is more than sound again. */
  toggleCamera(on = this.camera === 'off'): void {
    if (on) this.soundOnly = false;
    this.camera = on ? 'on' : 'off';
  }

  /** Turns the microphone on or off, or to the other of the two. */
  toggleMicrophone(on = this.microphone === 'off'): void {
    this.microphone = on ? 'on' : 'off';
  }

  /** Takes and sends no pictures of cameras; shared screens stay. `camera` is `off` meanwhile, and then as it was wanted. */
  get soundOnly(): boolean {
    return this.session.soundOnly;
  }
  set soundOnly(on: boolean) {
    if (on !== this.soundOnly) this.session.setSoundOnly(on);
  }

  /** Turns sound only on or off, or to the other of the two. */
  toggleSoundOnly(on = !this.soundOnly): void {
    this.soundOnly = on;
  }

  /** Whether one shares a screen now. */
  get screenShare(): Switch {
    return this.session.state.screen.track ? 'on' : 'off';
  }

  /** Shares a screen, which the browser asks for, or ends that, or the other of the two. Within a click or a key. */
  toggleScreenShare(on = this.screenShare === 'off', options?: ShareOptions): void {
    this.session.screen?.shareScreen(on, options);
  }

  /** Asks for another screen to share instead. Within a click or a key. */
  switchScreenShare(): void {
    this.session.screen?.switchScreen();
  }

  /** How well the connection with somebody does; with one's own id, one's own network. `good` also before it is known. */
  qualityOf(participantId: ParticipantId): ConnectionQuality {
    return this.session.state.quality.get(participantId) ?? 'good';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const remembered = readPreferences();
    for (const source of DEVICE_SOURCES) {
      const choice = remembered[source];
      if (choice !== undefined && !this.#decided.has(source)) this.session.setWanted(source, choice);
    }
  }

  /** @internal A switch was used by the person. */
  switchByHand(source: DeviceSource): void {
    if (source === 'camera') this.toggleCamera();
    else this.toggleMicrophone();
    remember({ [source]: this[source] === 'on' });
  }

  /** Anything else than `on` is off, for privacy; an attribute that was taken away, or never given, says nothing. */
  #decide(source: DeviceSource, value: string | null | undefined): void {
    if (value === null || value === undefined) return;
    const on = /^(on)?$/i.test(value);
    this.#decided.add(source);
    // With sound only, the camera's switch tells nothing of what is wanted afterwards.
    if (on !== this.session.isOn(source) || this.soundOnly) this.session.setWanted(source, on);
  }
}
