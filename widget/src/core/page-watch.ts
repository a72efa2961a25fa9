/** What a page goes through that a call has to know of. */
import type { SessionOptions } from './session-options.js';

export interface PageListener {
  /** The network is there again, or the page itself. */
  returned: () => void;
  /** Somebody looks at it again. */
  seen: () => void;
  /** It goes away, and may come back at once. */
  hidden: () => void;
}

/** @param signal ends it. */
export function watchPage(page: SessionOptions['page'], signal: AbortSignal, listener: PageListener): void {
  page?.addEventListener('online', () => listener.returned(), { signal });
  page?.addEventListener('pageshow', () => listener.returned(), { signal });
  page?.addEventListener('visibilitychange', () => page.document?.hidden || listener.seen(), { signal });
  page?.addEventListener('pagehide', () => listener.hidden(), { signal });
}
