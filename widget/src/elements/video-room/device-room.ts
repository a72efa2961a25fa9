/**
 * Which devices one uses, and the sound of others, as properties and methods of the tag: what the page sets counts for this
 * page, what the person chooses by hand is remembered. What is shown of it is loaded later (device-desk/).
 */
import type { ParticipantId } from '@video-room/protocol';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { RoomDevice } from '../../controllers/devices/device-lists.js';
import { PeopleSound } from '../../controllers/people-sound.js';
import { readPreferences } from '../../controllers/preferences.js';
import { voicesOf } from '../../controllers/voices.js';
import type { DeviceKind } from '../../core/media/device-port.js';
import { DEFAULT_SETUP, type Processing } from '../../core/media/device-setup.js';
import { DeviceMenuChangedEvent } from '../../events/device-menu-changed.js';
import { LazyPart } from './lazy-part.js';
import { MediaRoom } from './media-room.js';
import type { DeviceDesk } from '../device-desk/device-desk.js';
import type { VideoRoomElement } from './video-room.js';

/**
 * @fires {DeviceErrorEvent} device-error - A device could not be had, stopped, or is interrupted.
 * @fires {DeviceRestoredEvent} device-restored - It works again, or another took its place.
 * @fires {DevicesChangedEvent} devices-changed - Something was plugged in or out, or another device is in use.
 * @fires {DeviceMenuChangedEvent} device-menu-changed - The menu of devices was opened or closed.
 * @csspart devices-button - Opens the menu of devices.
 * @csspart device-menu - That menu.
 * @csspart device-menu-close-button - Closes it.
 * @csspart device-select - Chooses a device; also `microphone-select`, `camera-select`, `speaker-select`.
 * @csspart switch-camera-button - Phones: takes the camera at the other side.
 * @csspart test-button - Plays a tone out of the speaker.
 * @csspart processing-switch - What the browser does to the sound of the microphone.
 * @csspart level - How loud one's microphone is.
 * @csspart device-trouble - On the Join screen and in the menu: what went wrong with a device.
 * @csspart device-note - The `pill` that says so over the pictures.
 * @csspart retry-device-button - Tries that device again.
 * @csspart go-without-button - Turns it off.
 * @csspart muted-hint - The `pill` that says that one speaks while muted.
 * @csspart unmute-button - Its button.
 * @csspart preview - One's own picture on the Join screen.
 * @csspart allow-button - Lets the browser ask for camera and microphone there.
 * @csspart preview-microphone-button - The microphone's switch there.
 * @csspart preview-camera-button - The camera's switch there.
 */
export abstract class DeviceRoom extends MediaRoom {
  static override properties: PropertyDeclarations = {
    devicesOpen: { attribute: false },
    speaker: { attribute: false },
    soundRefused: { attribute: false },
  };

  /** Whether the menu of devices is open. */
  devicesOpen = false;
  protected soundRefused = false;
  protected readonly ownDevices = new LazyPart<DeviceDesk>({
    ...this.lazily,
    name: 'device desk',
    load: async () => {
      const { DeviceDesk } = await import('../device-desk/device-desk.js');
      return new DeviceDesk(this as unknown as VideoRoomElement, this.session);
    },
  });
  readonly #sound = new PeopleSound(() => (this.soundRefused = true));
  readonly #volumes = new Map<ParticipantId, number>();
  /** @internal Device id of the speaker that was chosen; empty: the system's choice. */
  speaker = '';

  /**
   * Microphones, cameras and speakers, as far as the browser tells; `devices-changed` tells when there are others, also
   * after this was read for the first time.
   */
  get devices(): readonly RoomDevice[] {
    return this.ownDevices.ask()?.devices ?? [];
  }

  /** Uses this device from now on, also in the middle of a call. @param deviceId empty for the browser's choice. */
  selectDevice(kind: DeviceKind, deviceId: string): void {
    void this.ownDevices.load().then((desk) => desk?.select(kind, deviceId));
  }

  /** Phones: takes the camera at the other side. */
  switchCamera(): void {
    void this.ownDevices.load().then((desk) => desk?.switchCamera());
  }

  /** What the browser does to the sound of one's microphone. */
  get processing(): Processing {
    return this.session.media?.setup ?? DEFAULT_SETUP;
  }

  /** Changes what the browser does to the sound of one's microphone. */
  setProcessing(change: Partial<Processing>): void {
    this.session.setUp(change);
    this.requestUpdate();
  }

  /** Opens or closes the menu of devices, or the other of the two. */
  toggleDevices(on = !this.devicesOpen): void {
    this.devicesOpen = on;
  }

  /** How loud one hears somebody, in 0..1. */
  volumeOf(participantId: ParticipantId): number {
    return this.#volumes.get(participantId) ?? 1;
  }

  /** Sets how loud one hears somebody, in 0..1, for oneself only. */
  setVolume(participantId: ParticipantId, volume: number): void {
    this.#volumes.set(participantId, Math.min(1, Math.max(0, volume || 0)));
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Only once: what was chosen since then counts.
    if (this.hasUpdated) return;
    const { devices: { speaker = '', ...devices } = {}, processing } = readPreferences();
    this.speaker = speaker;
    this.session.setUp({ ...devices, ...processing });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.get('devicesOpen') !== undefined) this.dispatchEvent(new DeviceMenuChangedEvent(this.devicesOpen));
  }

  override updated(): void {
    this.#sound.show(voicesOf(this.session.state, this.#volumes), this.speaker);
  }

  /** Within a gesture. */
  protected playSound(): void {
    this.soundRefused = false;
    this.#sound.play();
  }
}
