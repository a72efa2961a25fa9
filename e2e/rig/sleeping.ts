/** What happens to a page while nobody looks: its laptop sleeps, or its browser freezes it. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

/** A browser's processes, found while it is awake, to stop them all as when the lid is closed. */
export class Sleeper {
  readonly #processes: readonly number[];

  private constructor(processes: readonly number[]) {
    this.#processes = processes;
  }

  static async of(browser: Browser): Promise<Sleeper> {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const own = processInfo.find(({ type }) => type === 'browser');
    if (!own) throw new Error('The browser does not say which process it is');
    return new Sleeper(familyOf(own.id));
  }

  sleep(): void {
    this.#signal('SIGSTOP');
  }

  wake(): void {
    this.#signal('SIGCONT');
  }

  #signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    for (const each of this.#processes) process.kill(each, signal);
  }
}

/** As browsers do with pages that nobody has looked at for long, and with all when memory is short. Returns what ends it. */
export async function freeze(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  return async () => {
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await session.detach();
  };
}

/** A process and all it has started. */
function familyOf(id: number): number[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    const parent = /^\d+$/.test(entry) ? parentOf(entry) : undefined;
    if (parent !== undefined) parents.set(Number(entry), parent);
  }
  const family = [id];
  // Whoever is added is asked for children, too.
  for (const member of family)
    family.push(...[...parents].filter(([, parent]) => parent === member).map(([child]) => child));
  return family;
}

/** Undefined: it has ended meanwhile. */
function parentOf(id: string): number | undefined {
  try {
    // The name, in brackets, may hold anything.
    const [, parent] = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(parent);
  } catch {
    return undefined;
  }
}
