import type { LogEntry } from '@video-room/log';

/** Something was recorded that the page asked to be told of by `log-events`. */
export class LogEntriesEvent extends Event {
  /**
   * @param entries oldest first, at least one; names, addresses, tokens and credentials are masked.
   * @param dropped how many more there were that are not told, because they were too many at once.
   */
  constructor(
    readonly entries: readonly LogEntry[],
    readonly dropped: number,
  ) {
    super('log-entries');
  }
}
