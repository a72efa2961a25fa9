/** Which of the offers that a newcomer owes to those who were there are still to be made. */
import type { LinkId, LinkRecord } from '@video-room/protocol';

export class FirstOffers {
  readonly #owed = new Set<LinkId>();

  get pending(): boolean {
    return this.#owed.size > 0;
  }

  /** On arrival: the impolite end of each link makes its offer at once. */
  expect(links: readonly LinkRecord[]): void {
    for (const { id, polite } of links) if (!polite) this.#owed.add(id);
  }

  /** Returns whether it was the last one. */
  made(link: LinkId): boolean {
    return this.#owed.delete(link) && !this.pending;
  }
}
