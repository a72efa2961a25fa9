/** Work that ends: when it is done, when its time is over, or when nobody wants it any more. */

/**
 * What `work` answers, or `late()` after `timeoutMs` milliseconds. The signal that `work` gets is aborted in every case, so
 * whatever it opened ends with it. Rejects with the reason of `signal` if that is aborted.
 */
export async function inTime<Answer>(
  signal: AbortSignal,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<Answer>,
  late: () => Answer,
): Promise<Answer> {
  signal.throwIfAborted();
  const lifetime = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giveUp = (): void => undefined;
  const ended = new Promise<Answer>((resolve, reject) => {
    timer = setTimeout(() => resolve(late()), timeoutMs);
    giveUp = () => reject(signal.reason as Error);
    signal.addEventListener('abort', giveUp);
  });
  try {
    return await Promise.race([work(lifetime.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
    lifetime.abort();
  }
}
