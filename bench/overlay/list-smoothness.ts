/** How smoothly a list of ten thousand lines is scrolled, and how it takes lines that come in. */
import type { Browser } from '@playwright/test';
import { percentile } from '../report/statistics.js';
import { MainThread } from './main-thread.js';

const LINES = 10_000;
/** As many as a call of several writes when everything happens at once. */
const LINES_PER_SECOND = 200;
const SCROLL_PX_PER_SECOND = 3000;
const MEASURE_MS = 4000;

/** What both pages have as `globalThis.bench`. */
interface LogBench {
  write(text: string): void;
  open(): Promise<HTMLElement>;
}

export interface Motion {
  /** Pictures that the page made in each second. */
  framesPerSecond: number;
  /** Longer than this nineteen of twenty pictures did not wait for the next, in milliseconds. */
  slowFrameMs: number;
  /** What each picture took of the page's main thread, in milliseconds of CPU. */
  frameCpuMs: number;
}

export interface Smoothness {
  /** From opening the list to its first picture, in milliseconds. */
  openMs: number;
  scrolling: Motion;
  growing: Motion;
}

/** In a page of its own. */
export async function smoothnessOf(browser: Browser, url: string): Promise<Smoothness> {
  const page = await (await browser.newContext({ viewport: { width: 1100, height: 800 } })).newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  const thread = await MainThread.of(page);
  const openMs = await page.evaluate(async (lines) => {
    const { bench } = globalThis as unknown as { bench: LogBench & { list?: HTMLElement } };
    for (let line = 0; line < lines; line += 1) bench.write(`line ${line} of what there was before anybody looked`);
    const startedAt = performance.now();
    bench.list = await bench.open();
    return performance.now() - startedAt;
  }, LINES);
  const move = async (how: 'scrolling' | 'growing'): Promise<Motion> => {
    const before = await thread.seconds();
    const gaps = await page.evaluate(
      async ([how, ms, perSecond, pxPerSecond]) => {
        const { bench } = globalThis as unknown as { bench: LogBench & { list: HTMLElement } };
        const { list } = bench;
        list.scrollTop = how === 'scrolling' ? 0 : list.scrollHeight;
        const gaps: number[] = [];
        const startedAt = performance.now();
        let last = startedAt;
        let written = 0;
        for (;;) {
          const now = await new Promise<number>(requestAnimationFrame);
          gaps.push(now - last);
          last = now;
          if (now - startedAt > ms) return gaps.slice(1);
          if (how === 'scrolling') list.scrollTop = ((now - startedAt) / 1000) * pxPerSecond;
          else {
            for (; written < ((now - startedAt) / 1000) * perSecond; written += 1) bench.write(`line ${written} now`);
          }
        }
      },
      [how, MEASURE_MS, LINES_PER_SECOND, SCROLL_PX_PER_SECOND] as const,
    );
    const cpuMs = ((await thread.seconds()) - before) * 1000;
    const seconds = gaps.reduce((sum, gap) => sum + gap, 0) / 1000;
    return {
      framesPerSecond: gaps.length / seconds,
      slowFrameMs: percentile(gaps, 95),
      frameCpuMs: cpuMs / gaps.length,
    };
  };
  const found = { openMs, scrolling: await move('scrolling'), growing: await move('growing') };
  await page.context().close();
  return found;
}
