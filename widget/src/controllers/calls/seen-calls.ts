/**
 * Remembers on this browser which missed calls were told, so that each is told once, also over a reload. Storage may be
 * missing, full or blocked; then this page alone remembers.
 */
const KEY = 'video-room:told-calls';
/** Ids kept; servers keep no more calls than a room's worth of a day. */
const KEPT = 200;

const told = new Set<string>();

export function wasTold(id: string): boolean {
  return told.has(id) || read().includes(id);
}

export function rememberTold(id: string): void {
  told.add(id);
  try {
    localStorage.setItem(KEY, JSON.stringify([...read().filter((other) => other !== id), id].slice(-KEPT)));
  } catch {
    // Blocked storage: this page remembers.
  }
}

function read(): unknown[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(ids) ? ids : [];
  } catch {
    return [];
  }
}
