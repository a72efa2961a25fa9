/**
 * The only bridge between the core and Lit. Owns the session of one element over the element's life in the document:
 * makes it when the element is connected, keeps it while the element is moved, ends it when the element is gone.
 */
import type { LogBus } from '@video-room/log';
import { DEVICE_SOURCES, type Choices, type DeviceSource } from '@video-room/protocol';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { VideoRoomError } from '../core/errors.js';
import type { DeviceSetup } from '../core/media/device-setup.js';
import type { JoinOptions, SessionEvents } from '../core/session-options.js';
import { INITIAL_STATE, type SessionState } from '../core/session-state.js';
import type { Fault } from '../core/simulate.js';
import type { Views } from '../core/views.js';
import { isSwitchedOn } from '../events/changes.js';
import { sessionFactory, type MediaPort, type RequestsPort, type SessionPort } from './session-factory.js';

/** How long an element may be out of the document, for moving it, before its session ends. */
const MOVE_GRACE_MS = 100;

export interface SessionListener {
  sessionChanged(change: SessionEvents['state']): void;
  serverChanged(change: SessionEvents['server-changed']): void;
  /** Somebody reacts, sends data, or has moderated one. */
  passing(message: SessionEvents['passing']): void;
  /** The server refused what was asked of it. */
  refused(error: VideoRoomError): void;
}

export class SessionController implements ReactiveController {
  readonly #host: ReactiveControllerHost & SessionListener;
  readonly #bus: LogBus;
  /** What was chosen while there was no session. */
  #choices: Partial<Choices> = {};
  readonly #wanted: Record<DeviceSource, boolean> = { camera: true, microphone: true };
  #soundOnly = false;
  #budget = Infinity;
  #setup: Partial<DeviceSetup> = {};
  #session: SessionPort | undefined;
  #ending: ReturnType<typeof setTimeout> | undefined;
  #state: SessionState = INITIAL_STATE;

  constructor(host: ReactiveControllerHost & SessionListener, bus: LogBus) {
    this.#host = host;
    this.#bus = bus;
    host.addController(this);
  }

  get state(): SessionState {
    return this.#state;
  }

  /** While this is a promise, drawing would delay the first pictures. */
  get calm(): Promise<void> | undefined {
    return this.#session?.calm;
  }

  /** What the links did lately, and what both ends say of them. */
  get links(): SessionPort['links'] {
    return this.#session?.links;
  }

  hostConnected(): void {
    clearTimeout(this.#ending);
    this.#session ??= this.#open();
  }

  hostDisconnected(): void {
    this.#ending = setTimeout(() => this.#end(), MOVE_GRACE_MS);
  }

  warm(serverUrl: string): void {
    this.#session?.warm(serverUrl);
  }

  join(options: JoinOptions): void {
    this.#session?.join(options);
  }

  leave(): void {
    this.#session?.leave();
  }

  /** Undefined while the element is not in the document. */
  get requests(): RequestsPort | undefined {
    return this.#session?.requests;
  }

  /** How large the others are shown. */
  setViews(views: Views): void {
    this.#session?.setViews(views);
  }

  /** What may be sent in all, in bits per second. */
  setBudget(bps: number): void {
    this.#budget = bps;
    this.#session?.setBudget(bps);
  }

  /** Plays a fault. */
  simulate(fault: Fault): void {
    this.#session?.simulate?.(fault);
  }

  senders(): RTCRtpSender[] {
    return this.#session?.senders() ?? [];
  }

  /** One's own choices: as the room knows them, else as they were made here. */
  get choices(): Partial<Choices> {
    const { you, participants } = this.#state;
    const known = you === undefined ? undefined : participants.get(you)?.choices;
    return known ?? this.#session?.requests.choices ?? this.#choices;
  }

  choose(change: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...change };
    this.#session?.requests.choose(change);
  }

  tokenGiven(): void {
    this.#session?.tokenGiven();
  }

  setName(name: string): void {
    this.#session?.setName(name);
  }

  /** Whether the switch of a device stands on `on`. */
  isOn(source: DeviceSource): boolean {
    if (this.#session) return isSwitchedOn(this.#state.devices[source]);
    return this.#wanted[source] && !(source === 'camera' && this.#soundOnly);
  }

  get soundOnly(): boolean {
    return this.#session ? this.#state.soundOnly : this.#soundOnly;
  }

  /** Takes and sends no pictures of cameras, also after the element was put elsewhere. */
  setSoundOnly(on: boolean): void {
    this.#soundOnly = on;
    this.#session?.setSoundOnly(on);
  }

  setWanted(source: DeviceSource, wanted: boolean): void {
    this.#wanted[source] = wanted;
    this.#session?.setWanted(source, wanted);
  }

  /** Shares a screen or ends that; asks for another screen. Undefined while the element is not in the document. */
  get screen(): Pick<SessionPort, 'shareScreen' | 'switchScreen'> | undefined {
    return this.#session;
  }

  /** One's own devices. Undefined while the element is not in the document. */
  get media(): MediaPort | undefined {
    return this.#session?.media;
  }

  /** Which devices to use and how, also after the element was put elsewhere. */
  setUp(change: Partial<DeviceSetup>): void {
    this.#setup = { ...this.#setup, ...change };
    this.#session?.media.setUp(change);
  }

  /** Opens devices before joining, for oneself to see. */
  preview(sources: readonly DeviceSource[]): void {
    this.#session?.preview(sources);
  }

  #open(): SessionPort {
    const session = sessionFactory.create(this.#bus);
    session.media.setUp(this.#setup);
    session.setSoundOnly(this.#soundOnly);
    for (const source of DEVICE_SOURCES) session.setWanted(source, this.#wanted[source]);
    session.requests.choose(this.#choices);
    session.setBudget(this.#budget);
    this.#state = session.state;
    session.on('state', (change) => this.#accept(change));
    session.on('server-changed', (change) => this.#host.serverChanged(change));
    session.on('passing', (message) => this.#host.passing(message));
    session.on('refused', (error) => this.#host.refused(error));
    return session;
  }

  #accept(change: SessionEvents['state']): void {
    this.#state = change.state;
    this.#host.sessionChanged(change);
    this.#host.requestUpdate();
  }

  #end(): void {
    const session = this.#session;
    if (!session) return;
    session.leave();
    session.close();
    this.#session = undefined;
    const previous = this.#state;
    const off = (source: DeviceSource) => ({ wanted: previous.devices[source].wanted, status: 'off' }) as const;
    const devices = { camera: off('camera'), microphone: off('microphone') };
    const { soundOnly } = previous;
    this.#accept({ state: { ...INITIAL_STATE, devices, soundOnly }, previous });
  }
}
