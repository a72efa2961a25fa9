/** What is plugged in and which of it is in use, kept current while the element is in the document. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeviceInfo, DeviceKind, DeviceListing, DevicePort } from '../../core/media/device-port.js';
import { PeopleSound } from '../people-sound.js';

export interface RoomDevice extends DeviceInfo {
  /** Whether it is the one in use, or to be used. */
  readonly selected: boolean;
}

/** Which device of each kind is in use, or chosen; undefined: the browser's choice. */
export type DevicesInUse = Readonly<Partial<Record<DeviceKind, string | undefined>>>;

const KINDS: readonly DeviceKind[] = ['microphone', 'camera', 'speaker'];

/**
 * The devices by kind, as a person would count them: without those a browser tells no name of, and without the second
 * name Windows has for the same one.
 */
export function devicesOf(present: readonly DeviceInfo[], inUse: DevicesInUse): RoomDevice[] {
  return KINDS.flatMap((kind) => {
    const all = present.filter(
      (device) => device.kind === kind && device.deviceId && device.deviceId !== 'communications',
    );
    const used = all.find(({ deviceId }) => deviceId === inUse[kind]) ?? all[0];
    return all.map((device) => ({ ...device, label: plain(device.label), selected: device === used }));
  });
}

/** Without the numbers of maker and model some browsers put behind a name. */
export const plain = (label: string): string => label.replace(/ \([\da-f]{4}:[\da-f]{4}\)$/i, '');

export interface DeviceListsOptions {
  port: () => Pick<DevicePort, 'listing'> | undefined;
  inUse: () => DevicesInUse;
  /** @param came what was not there before, if it was looked at before. */
  onChange: (devices: readonly RoomDevice[], came: readonly DeviceInfo[]) => void;
}

export class DeviceLists implements ReactiveController {
  readonly #options: DeviceListsOptions;
  #present: readonly DeviceInfo[] | undefined;
  #devices: readonly RoomDevice[] = [];
  #connected = false;
  #listing: DeviceListing | undefined;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: DeviceListsOptions) {
    this.#options = options;
    host.addController(this);
  }

  get devices(): readonly RoomDevice[] {
    return this.#devices;
  }

  /** What there is of, also where the browser tells no names. */
  get kinds(): ReadonlySet<DeviceKind> {
    return new Set(this.#present?.map(({ kind }) => kind));
  }

  hostConnected(): void {
    this.#connected = true;
    void this.#watch();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#unwatch?.();
    this.#listing = this.#unwatch = undefined;
  }

  /** Asks the browser anew: names are told once a device was opened. */
  async look(): Promise<void> {
    if (!this.#listing) return;
    const all = await this.#listing.list().catch(() => []);
    const present = all.filter(({ kind }) => kind !== 'speaker' || PeopleSound.canChooseSpeaker);
    const before = this.#present;
    this.#present = present;
    const known = new Set(before?.map(({ kind, deviceId }) => `${kind} ${deviceId}`));
    this.#tell(before ? present.filter(({ kind, deviceId }) => !known.has(`${kind} ${deviceId}`)) : []);
  }

  /** Another device may be in use now. */
  mark(): void {
    this.#tell([]);
  }

  async #watch(): Promise<void> {
    const listing = await this.#options
      .port()
      ?.listing()
      .catch(() => undefined);
    if (!this.#connected || this.#listing) return;
    this.#listing = listing;
    this.#unwatch = listing?.watch(() => void this.look());
    await this.look();
  }

  #tell(came: readonly DeviceInfo[]): void {
    const devices = devicesOf(this.#present ?? [], this.#options.inUse());
    if (came.length === 0 && JSON.stringify(devices) === JSON.stringify(this.#devices)) return;
    this.#devices = devices;
    this.#options.onChange(devices, came);
  }
}
