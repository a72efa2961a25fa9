/**
 * What happens in a page, and when: what the element tells, what its tiles show, what is negotiated, and whether sound and
 * pictures arrive. Written in the page, read when all is over, so that looking on disturbs nothing. Times are those of the
 * machine, which all pages and the test share.
 */
import { expect } from '@playwright/test';
import type { Guest } from './guest.js';

/** At what time something was so, in milliseconds since 1970. */
export interface JournalEntry {
  at: number;
  /** `state reconnecting`, `connection interrupted`, `person away`, `joined`, `left lost`, `tile says Reconnecting…`, `signaling stable` … */
  what: string;
}

/** What had arrived by then, over all connections. */
export interface Arrived {
  at: number;
  frames: number;
  /** Packets of sound. */
  packets: number;
}

export interface Journal {
  entries: JournalEntry[];
  media: Arrived[];
}

/** From now on the page of this guest writes everything down; what it has written before is forgotten. */
export const startJournal = ({ page }: Guest): Promise<void> => page.evaluate(write);

export const readJournal = ({ page }: Guest): Promise<Journal> => page.evaluate(() => window.journal);

function write(): void {
  window.journal = { entries: [], media: [] };
  if (window.journalWriter) return;
  const note = (what: string) => window.journal.entries.push({ at: Date.now(), what });
  const room = document.querySelector('video-room');
  room?.addEventListener('state-changed', ({ state }) => note(`state ${state}`));
  room?.addEventListener('connection-changed', ({ connection }) => note(`connection ${connection}`));
  room?.addEventListener('participant-joined', () => note('joined'));
  room?.addEventListener('participant-left', ({ reason }) => note(`left ${reason}`));
  room?.addEventListener('participant-changed', ({ participant: { connection }, previous }) => {
    if (connection !== previous.connection) note(`person ${connection}`);
  });
  const followed = new Set<RTCPeerConnection>();
  const follow = (connection: RTCPeerConnection) => {
    if (followed.has(connection)) return;
    followed.add(connection);
    connection.addEventListener('signalingstatechange', () => note(`signaling ${connection.signalingState}`));
  };
  /** What the tiles of others say over the picture, none of which is said while all is well. */
  const shown = () => {
    const stage = room?.shadowRoot?.querySelector('vr-stage');
    const tiles = [...(stage?.shadowRoot?.querySelectorAll('vr-tile') ?? [])];
    return tiles.map((tile) => tile.shadowRoot?.querySelector('[part~="tile-status"]')?.textContent ?? '').join();
  };
  let before = shown();
  /** What has arrived so far, and what each connection last said; those that are closed no longer tell. */
  const all = { frames: 0, packets: 0 };
  const said = new Map<RTCPeerConnection, typeof all>();
  const look = () => {
    const now = shown();
    if (now !== before) note(now ? `tile says ${now}` : 'tile says nothing');
    before = now;
  };
  const count = async () => {
    for (const connection of window.peerConnections) {
      follow(connection);
      if (connection.connectionState === 'closed') continue;
      const stats = [...((await connection.getStats()) as ReadonlyMap<string, Record<string, unknown>>).values()];
      const of = (kind: string, field: string) =>
        stats
          .filter((stat) => stat['type'] === 'inbound-rtp' && stat['kind'] === kind)
          .reduce((sum, stat) => sum + Number(stat[field] ?? 0), 0);
      const counted = { frames: of('video', 'framesDecoded'), packets: of('audio', 'packetsReceived') };
      // Browsers begin to count anew when an offer is taken back.
      for (const kind of ['frames', 'packets'] as const) {
        const last = said.get(connection)?.[kind] ?? 0;
        all[kind] += counted[kind] < last ? counted[kind] : counted[kind] - last;
      }
      said.set(connection, counted);
    }
    window.journal.media.push({ at: Date.now(), ...all });
  };
  /** One count at a time, so that none is overtaken. */
  let counting = Promise.resolve();
  window.journalWriter = setInterval(() => {
    look();
    counting = counting.then(count);
  }, 100);
}

/** How long after a moment the first thing happened that is so; NaN: never. */
export function msUntil({ entries }: Journal, from: number, what: RegExp): number {
  const found = entries.find((entry) => entry.at >= from && what.test(entry.what));
  return found ? found.at - from : NaN;
}

/**
 * How long after a moment pictures arrived again, and sound, too, if it did when the journal began (somebody who is muted
 * sends none); NaN: not yet.
 */
function msUntilMedia({ media }: Journal, from: number): number {
  const base = media.findLast(({ at }) => at <= from);
  const first = media[0];
  if (!base || !first) return NaN;
  const hasSound = base.packets > first.packets;
  const isBack = (now: Arrived) => now.frames > base.frames && (!hasSound || now.packets > base.packets);
  const back = media.find((now) => now.at > from && isBack(now));
  return back ? back.at - from : NaN;
}

/** The same, once it is so: pictures may be seen a moment before sound comes and the journal has both. */
export async function msUntilMediaOf(guest: Guest, from: number): Promise<number> {
  let ms = NaN;
  await expect.poll(async () => (ms = msUntilMedia(await readJournal(guest), from)), { timeout: 60_000 }).not.toBeNaN();
  return ms;
}

/** The longest time in which nothing of that kind arrived, in milliseconds. */
export function longestWithout({ media }: Journal, kind: 'frames' | 'packets', from: number, to = Infinity): number {
  const during = media.filter(({ at }) => at >= from && at <= to);
  let longest = 0;
  let last = during[0];
  for (const each of during) {
    if (last) longest = Math.max(longest, each.at - last.at);
    if (!last || each[kind] > last[kind]) last = each;
  }
  return longest;
}

declare global {
  interface Window {
    journal: Journal;
    journalWriter?: ReturnType<typeof setInterval>;
  }
}
