/** The browser's way to share a screen, as the core sees it; tests give their own. */
export interface DisplayPort {
  readonly supported: boolean;
  /** Asks the person to choose a screen. Rejects like `getDisplayMedia`. */
  open(options: { sound: boolean; motion: boolean }): Promise<MediaStream>;
  /** Whether the page's policy forbids it. False where the browser does not tell. */
  isBlocked(): Promise<boolean>;
}

/** What the standard has and TypeScript's DOM types lack. */
interface DisplayOptions extends DisplayMediaStreamOptions {
  selfBrowserSurface: 'exclude';
  surfaceSwitching: 'include';
  systemAudio: 'include' | 'exclude';
}

/** Larger screens are scaled down: encoding them costs more than anybody sees. */
const LARGEST = { width: { max: 2560 }, height: { max: 1600 } };
const STILL_FPS = 15;
const MOTION_FPS = 30;

const mediaDevices = (): Partial<MediaDevices> | undefined => globalThis.navigator?.mediaDevices;

export const browserDisplay: DisplayPort = {
  get supported() {
    // Chrome on Android has the method, and nothing behind it.
    const { userAgentData } = navigator as { userAgentData?: { mobile?: boolean } };
    return !!mediaDevices()?.getDisplayMedia && !userAgentData?.mobile;
  },
  open({ sound, motion }) {
    // Without it, the sound of the whole system would bring the others their own voices back.
    const withoutOwn = 'restrictOwnAudio' in navigator.mediaDevices.getSupportedConstraints();
    const options: DisplayOptions = {
      video: { ...LARGEST, frameRate: { max: motion ? MOTION_FPS : STILL_FPS } },
      audio: sound && {
        // Music and films, not a voice in a room.
        echoCancellation: false,
        noiseSuppression: false,
        autoGainControl: false,
        ...(withoutOwn && { restrictOwnAudio: true }),
      },
      selfBrowserSurface: 'exclude',
      surfaceSwitching: 'include',
      systemAudio: withoutOwn ? 'include' : 'exclude',
    };
    return navigator.mediaDevices.getDisplayMedia(options);
  },
  async isBlocked() {
    try {
      return (await navigator.permissions.query({ name: 'display-capture' as PermissionName })).state === 'denied';
    } catch {
      return false;
    }
  },
};
