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
 * @fires {QualityChangedEvent} quality-changed - The connection with somebody, or one's own network, does better or worse.
 * @csspart quality - Bars on a tile whose connection is fair or poor.
 * @csspart weak-connection - The `pill` that says that one's own connection is weak.
 * @csspart dismiss-button - Puts it away.
 */
export abstract class MediaRoom extends TogetherRoom {
  static override properties: PropertyDeclarations = { camera: {}, microphone: {} };

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

  /** Turns the camera on or off, or to the other of the two. */
  toggleCamera(on = this.camera === 'off'): void {
    this.camera = on ? 'on' : 'off';
  }

  /** Turns the microphone on or off, or to the other of the two. */
  toggleMicrophone(on = this.microphone === 'off'): void {
    this.microphone = on ? 'on' : 'off';
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
    this[source] = this[source] === 'on' ? 'off' : 'on';
    remember({ [source]: this[source] === 'on' });
  }

  /** Anything else than `on` is off, for privacy; an attribute that was taken away, or never given, says nothing. */
  #decide(source: DeviceSource, value: string | null | undefined): void {
    if (value === null || value === undefined) return;
    const on = /^(on)?$/i.test(value);
    this.#decided.add(source);
    if (on !== this.session.isOn(source)) this.session.setWanted(source, on);
  }
}
