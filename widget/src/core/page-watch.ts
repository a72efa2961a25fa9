/** What a page goes through that a call has to know of. Knows of no call. */

/** A window, as far as it is needed. */
export type Page = Pick<EventTarget, 'addEventListener'> & {
  readonly document?: { readonly hidden: boolean };
  readonly navigator?: object;
};

/** Not in every browser, and unknown to TypeScript's DOM types. */
type Connected =
  { readonly connection?: Pick<EventTarget, 'addEventListener'> & { readonly type?: string } } | undefined;

export interface PageListener {
  /** The network is said to be gone. */
  lost: () => void;
  /** The network may be there again or another one, or the page was frozen or put aside. */
  returned: () => void;
  /** Somebody looks at it again. */
  seen: () => void;
}

/** @param signal ends it. */
export function watchPage(page: Page | undefined, signal: AbortSignal, listener: PageListener): void {
  const { lost, returned, seen } = listener;
  // What happens to the document comes by here on its way, whether or not it goes further.
  const options = { signal, capture: true };
  page?.addEventListener('offline', lost, options);
  page?.addEventListener('online', returned, options);
  page?.addEventListener('pageshow', returned, options);
  page?.addEventListener('resume', returned, options);
  page?.addEventListener('visibilitychange', () => page.document?.hidden || seen(), options);
  const connection = (page?.navigator as Connected)?.connection;
  let type = connection?.type;
  const changed = () => {
    // It also changes whenever speed and delay are estimated anew, which on a poor network they are all the time.
    if (type === connection?.type) return;
    type = connection?.type;
    returned();
  };
  connection?.addEventListener('change', changed, { signal });
}
