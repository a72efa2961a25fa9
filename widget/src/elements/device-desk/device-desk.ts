/**
 * What belongs to one's own devices and is not needed for the first pictures: the Join screen, the menu, what is said of
 * failures, the list of devices, talking while Space is held. Loaded when it is needed (video-room/media-room.ts). Follows
 * the session's state; what is asked goes through the element's own public methods.
 */
import { Logger } from '@video-room/log';
import { DEVICE_SOURCES, type DeviceSource } from '@video-room/protocol';
import { DeviceLists, plain, type RoomDevice } from '../../controllers/devices/device-lists.js';
import { MutedHint } from '../../controllers/devices/muted-hint.js';
import { Preview } from '../../controllers/devices/preview.js';
import { PushToTalk } from '../../controllers/devices/push-to-talk.js';
import { playTestTone } from '../../controllers/devices/test-tone.js';
import { remember } from '../../controllers/preferences.js';
import type { SessionController } from '../../controllers/session-controller.js';
import type { DeviceInfo, DeviceKind } from '../../core/media/device-port.js';
import type { SessionEvents } from '../../core/session-options.js';
import { INITIAL_STATE, type SessionState } from '../../core/session-state.js';
import { peekClaims } from '../../core/token-claims.js';
import type { DeviceAction, DeviceActionEvent } from '../../events/device-action.js';
import { deviceChanges } from '../../events/device-changes.js';
import { DeviceErrorEvent } from '../../events/device-error.js';
import { DeviceRestoredEvent } from '../../events/device-restored.js';
import { DevicesChangedEvent } from '../../events/devices-changed.js';
import { deviceWords } from '../../text/en-devices.js';
import type { VideoRoomElement } from '../video-room/video-room.js';
import type { ShownTrouble } from './device-panel.js';
import { deviceView, type DeviceView } from './device-view.js';
import { troubleOf, troublesOf } from './troubles.js';

export type { DeviceView };

const NEWS_FOR_MS = 6_000;

export class DeviceDesk {
  readonly #host: VideoRoomElement;
  readonly #session: SessionController;
  readonly #lists: DeviceLists;
  readonly #preview: Preview;
  readonly #mutedHint: MutedHint;
  readonly #pushToTalk: PushToTalk;
  #state: SessionState = INITIAL_STATE;
  #testing = false;
  /** What was said last. */
  readonly #troubles: Partial<Record<DeviceSource, ShownTrouble>> = {};
  #news = '';
  #newsTimer: ReturnType<typeof setTimeout> | undefined;

  readonly #acts: { readonly [Type in DeviceAction['type']]: (action: Extract<DeviceAction, { type: Type }>) => void } =
    {
      select: ({ kind, deviceId }) => {
        this.select(kind, deviceId);
        remember({ devices: { [kind]: deviceId } });
      },
      process: ({ change }) => {
        this.#host.setProcessing(change);
        remember({ processing: change });
      },
      'switch-camera': () => this.switchCamera(),
      'test-sound': () => void this.#test(),
      preview: () => this.#preview.allow(),
      toggle: ({ source }) => {
        this.#host.switchByHand(source);
        if (this.#session.isOn(source)) this.#preview.allow();
      },
      retry: ({ sources }) => this.#retry(sources),
      'go-without': ({ sources }) => {
        for (const source of sources) {
          this.#session.setWanted(source, false);
          remember({ [source]: false });
        }
      },
      unmute: () => this.#host.toggleMicrophone(true),
      open: ({ open }) => this.#host.toggleDevices(open),
      check: () => this.#host.togglePreflight(true),
    };

  constructor(host: VideoRoomElement, session: SessionController) {
    this.#host = host;
    this.#session = session;
    const redraw = () => host.requestUpdate();
    this.#lists = new DeviceLists(host, {
      port: () => session.media?.port,
      inUse: () => this.#inUse(),
      onChange: (devices, came) => this.#onDevices(devices, came),
    });
    this.#preview = new Preview({
      port: () => session.media?.port,
      open: (sources) => session.preview(sources),
      onChange: redraw,
    });
    this.#mutedHint = new MutedHint(() => {
      if (this.#mutedHint.shown) host.announce(deviceWords().muted.hint);
      redraw();
    });
    this.#pushToTalk = new PushToTalk(host, {
      canTalk: () => this.#muted !== undefined,
      onTalk: (on) => host.toggleMicrophone(on),
    });
    host.addController({ hostUpdated: () => this.#followPreview(), hostDisconnected: () => this.#rest() });
    this.changed({ state: session.state, previous: session.state });
  }

  get devices(): readonly RoomDevice[] {
    return this.#lists.devices;
  }

  /** @param deviceId empty for the browser's choice. */
  select(kind: DeviceKind, deviceId: string): void {
    if (kind === 'camera') this.#session.setUp({ camera: deviceId || undefined, facing: undefined });
    else if (kind === 'microphone') this.#session.setUp({ microphone: deviceId || undefined });
    else this.#host.speaker = deviceId;
    this.#lists.mark();
  }

  /** To the other side of the phone. */
  switchCamera(): void {
    const facing = this.#state.devices.camera.track?.getSettings().facingMode;
    this.#session.setUp({ camera: undefined, facing: facing === 'environment' ? 'user' : 'environment' });
  }

  /** A step of the session. */
  changed({ state, previous }: SessionEvents['state']): void {
    this.#state = state;
    for (const event of deviceChanges(previous, state)) {
      this.#host.dispatchEvent(event);
      this.#say(event);
    }
    if (DEVICE_SOURCES.some((source) => state.devices[source].track !== previous.devices[source].track)) {
      void this.#lists.look();
    }
    this.#mutedHint.listen(this.#pushToTalk.talking ? undefined : this.#muted);
  }

  view(): DeviceView {
    const { microphone } = this.#state.devices;
    const troubles = troublesOf(this.#state, this.#sources);
    return deviceView({
      state: this.#state,
      panel: {
        devices: this.#lists.devices,
        kinds: this.#lists.kinds,
        sources: this.#sources,
        troubles,
        microphone: microphone.wanted ? microphone.track : undefined,
        canSwitchCamera: this.#canSwitchCamera,
        testing: this.#testing,
        processing: this.#host.processing,
      },
      unasked: this.#preview.isUnasked(this.#sources.filter((source) => this.#state.devices[source].wanted)),
      later: this.#claims.publish.length > 0,
      menuOpen: this.#host.devicesOpen,
      news: this.#news,
      muted: this.#mutedHint.shown,
      talking: this.#pushToTalk.talking,
      act: this.#act,
    });
  }

  /** Opens anew what failed or is interrupted. */
  #retry(sources: readonly DeviceSource[]): void {
    for (const source of sources) this.#session.setWanted(source, true);
    this.#session.media?.wake();
  }

  readonly #act = ({ action }: DeviceActionEvent): void => {
    (this.#acts[action.type] as (action: DeviceAction) => void)(action);
    this.#host.requestUpdate();
  };

  get #claims(): ReturnType<typeof peekClaims> {
    return peekClaims(this.#host.token);
  }

  /** What one may send: as the room says, else as the token seems to. */
  get #sources(): readonly DeviceSource[] {
    const { you, participants } = this.#state;
    const rights = you === undefined ? undefined : participants.get(you)?.rights;
    return rights ? DEVICE_SOURCES.filter((source) => rights.publish.includes(source)) : this.#claims.preview;
  }

  /** The microphone, while it is open and muted in a room. */
  get #muted(): MediaStreamTrack | undefined {
    const { phase, devices } = this.#state;
    const { wanted, track } = devices.microphone;
    return (phase === 'joined' || phase === 'reconnecting') && !wanted ? track : undefined;
  }

  get #canSwitchCamera(): boolean {
    const facing = this.#state.devices.camera.track?.getSettings().facingMode;
    return !!facing && this.#lists.devices.filter(({ kind }) => kind === 'camera').length > 1;
  }

  #inUse() {
    const setup = this.#session.media?.setup;
    const used = (source: DeviceSource) => this.#state.devices[source].track?.getSettings().deviceId ?? setup?.[source];
    return { microphone: used('microphone'), camera: used('camera'), speaker: this.#host.speaker };
  }

  #onDevices(devices: readonly RoomDevice[], came: readonly DeviceInfo[]): void {
    const log = new Logger(this.#host.debug.bus, { category: 'device' });
    log.debug('devices', { present: devices.length, came: came.map(({ kind }) => kind) });
    // What was missing is there now.
    for (const source of DEVICE_SOURCES) {
      const { status, error } = this.#state.devices[source];
      const missed = status === 'failed' && (error?.code === 'device-lost' || error?.code === 'device-not-found');
      if (missed && came.some(({ kind }) => kind === source)) this.#retry([source]);
    }
    this.#host.dispatchEvent(new DevicesChangedEvent(devices));
    this.#host.requestUpdate();
  }

  #say(event: DeviceErrorEvent | DeviceRestoredEvent): void {
    if (event instanceof DeviceErrorEvent) {
      this.#troubles[event.source] = troubleOf(event.code, [event.source]);
      const { title, hint } = this.#troubles[event.source]!;
      if (this.#state.devices[event.source].status === 'on') this.#tell(`${title}. ${hint}`);
      else this.#host.announce(`${title}. ${hint}`);
    }
    if (event instanceof DeviceRestoredEvent) {
      const { restored, replaced } = deviceWords();
      const before = this.#troubles[event.source];
      const works = !event.label || before?.passing;
      this.#tell(
        works ? restored(event.source) : [before?.title, replaced(plain(event.label))].filter(Boolean).join('. '),
      );
    }
  }

  #tell(news: string): void {
    this.#news = news;
    this.#host.announce(news);
    clearTimeout(this.#newsTimer);
    this.#newsTimer = setTimeout(() => {
      this.#news = '';
      this.#host.requestUpdate();
    }, NEWS_FOR_MS);
  }

  async #test(): Promise<void> {
    this.#testing = true;
    await playTestTone(this.#host.speaker).catch(() => undefined);
    this.#testing = false;
    this.#host.requestUpdate();
  }

  /** Devices open for the Join screen, unless the page shows one of its own. */
  #followPreview(): void {
    const shown = this.#state.phase === 'idle' && this.#host.prejoin && this.#host.isConnected;
    if (shown && !this.#host.querySelector(':scope > [slot=idle]')) this.#preview.begin(this.#claims.preview);
    else if (this.#state.phase !== 'connecting') this.#preview.end();
  }

  #rest(): void {
    this.#mutedHint.listen(undefined);
    clearTimeout(this.#newsTimer);
  }
}
