/** Where the overlay is, how large, and which view it shows: remembered on this site, where storage is not blocked. */

export const VIEWS = ['log', 'ladder', 'connections', 'health'] as const;
export type View = (typeof VIEWS)[number];

export const DOCKS = ['bottom', 'end', 'top', 'start'] as const;
export type Dock = (typeof DOCKS)[number];

export interface Docking {
  readonly dock: Dock;
  /** Share of the element, in percent. */
  readonly size: number;
  readonly view: View;
}

export const LEAST_SIZE = 15;
export const MOST_SIZE = 85;

const KEY = 'video-room:debug';
const DEFAULT: Docking = { dock: 'bottom', size: 45, view: 'log' };

export function readDocking(): Docking {
  try {
    const { dock, size, view } = Object(JSON.parse(localStorage.getItem(KEY) ?? '{}')) as Partial<Docking>;
    return {
      dock: DOCKS.find((known) => known === dock) ?? DEFAULT.dock,
      size: typeof size === 'number' ? within(size) : DEFAULT.size,
      view: VIEWS.find((known) => known === view) ?? DEFAULT.view,
    };
  } catch {
    return DEFAULT;
  }
}

export function rememberDocking(docking: Docking): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(docking));
  } catch {
    // Blocked storage: it holds for this page only.
  }
}

export const within = (size: number): number => Math.min(MOST_SIZE, Math.max(LEAST_SIZE, Math.round(size)));
