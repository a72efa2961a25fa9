/**
 * Remembers, for this tab, the resume key of each seat, so that a reload takes the same seat again. Two elements of one
 * page with the same token must not take each other's seat: each claims one of numbered places. Storage may be missing
 * or refuse; then a reload simply is a new presence.
 */
const claimed = new Set<string>();

export type SeatStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface SeatKeeper {
  /** The kept resume key, if any. */
  readonly resumeKey: string | undefined;
  keep(resumeKey: string): void;
  /** The seat was given up. */
  forget(): void;
  /** Lets another element of this page claim the place; what is kept stays. */
  release(): void;
}

/** @param seat names server, room and person. */
export function claimSeat(seat: string, storage: SeatStorage | undefined): SeatKeeper {
  let place = 0;
  while (claimed.has(`${place} ${seat}`)) place += 1;
  const claim = `${place} ${seat}`;
  claimed.add(claim);
  const key = `video-room:seat:${claim}`;
  let resumeKey = quietly(() => storage?.getItem(key) ?? undefined);
  return {
    get resumeKey() {
      return resumeKey;
    },
    keep(next) {
      resumeKey = next;
      quietly(() => storage?.setItem(key, next));
    },
    forget() {
      resumeKey = undefined;
      quietly(() => storage?.removeItem(key));
    },
    release: () => claimed.delete(claim),
  };
}

/** The storage of this tab; absent in Node and where the browser forbids it. */
export const tabStorage = (): SeatStorage | undefined => quietly(() => globalThis.sessionStorage);

function quietly<Value>(access: () => Value): Value | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
