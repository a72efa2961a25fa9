/** The browser as the checks see it; specs give their own. */
import { browserDevices, type DevicePort } from '../media/device-port.js';
import { pageFacts, type PageFacts, type PolicyFeature } from '../media/page-facts.js';

export interface PreflightEnvironment {
  readonly secure: boolean;
  /** Whether there is something by that path, such as `RTCRtpSender.prototype.replaceTrack`. */
  readonly has: (path: string) => boolean;
  readonly pageFacts: (feature: PolicyFeature) => PageFacts;
  readonly devices: DevicePort;
  readonly fetch: typeof globalThis.fetch;
  socket(url: string): Pick<WebSocket, 'addEventListener' | 'close'>;
  connect(configuration: RTCConfiguration): RTCPeerConnection;
  /** Calls back for each address that the page's Content-Security-Policy keeps it from. Returns what ends it. */
  watchBlocked(onBlocked: (address: string) => void): () => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export const browserEnvironment = (devices: DevicePort = browserDevices): PreflightEnvironment => ({
  secure: globalThis.isSecureContext,
  has: (path) =>
    path
      .split('.')
      .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], globalThis) !==
    undefined,
  pageFacts,
  devices,
  fetch: (...request) => globalThis.fetch(...request),
  socket: (url) => new WebSocket(url),
  connect: (configuration) => new RTCPeerConnection(configuration),
  watchBlocked(onBlocked) {
    const page = globalThis.document as Document | undefined;
    const listen = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      if (effectiveDirective === 'connect-src') onBlocked(blockedURI);
    };
    page?.addEventListener('securitypolicyviolation', listen);
    return () => page?.removeEventListener('securitypolicyviolation', listen);
  },
  now: () => Date.now(),
});
