/** One picture made of several scenes: each with what is written under it, or with its parts marked and named below. */
import type { Page } from '@playwright/test';
import type { openGallery } from './gallery-server.js';
import type { Box } from './badge-place.js';

type Mark = readonly [count: number, color: string, name: string];
declare function boxOfPart(name: string): Box;
declare function buttonsAtRest(): Promise<void>;
declare function markParts(marks: readonly Mark[], frame: Box): void;

export interface Frame {
  readonly scene: string;
  readonly theme?: 'dark' | 'light';
  /** Of the page, in px. */
  readonly size: readonly [width: number, height: number];
  /** Set on the element once it is shown. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Shows only this part. */
  readonly only?: string;
  /** And so many px above it. */
  readonly above?: number;
  /** Moves the pointer over this part first. */
  readonly over?: string;
  /** Marks these parts. */
  readonly parts?: readonly string[];
  readonly caption?: string;
}

export interface Collage {
  /** In docs/images, after `styling-`. */
  readonly file: string;
  readonly columns: number;
  readonly frames: readonly Frame[];
}

const WIDTH_PX = 960;
const GAP_PX = 12;
const QUALITY = 72;
const COLORS = ['#ffd23f', '#ff8ac2', '#5ce1e6', '#a6f06a', '#c9a8ff', '#ffa05c'];

const STYLE = `
  body { margin: 0; padding: ${GAP_PX}px; box-sizing: border-box; inline-size: ${WIDTH_PX}px; background: #2a3038; color: #e9ebee;
    font: 13px/20px 'DejaVu Sans Mono', monospace; }
  main { display: flex; flex-wrap: wrap; justify-content: center; align-items: start; gap: ${GAP_PX}px; }
  figure { margin: 0; }
  img { display: block; max-inline-size: 100%; border-radius: 6px; }
  figcaption { margin-block: 6px 4px; text-align: center; overflow-wrap: anywhere; }
  ol { columns: 4; column-gap: 8px; margin: ${GAP_PX}px 0 0; padding: 0; list-style: none; font-size: 12px; white-space: nowrap; }
  li { display: flex; gap: 6px; padding-block: 2px; break-inside: avoid; }
  b { flex: none; inline-size: 20px; border-radius: 50%; color: #111; text-align: center; font: 700 12px/20px Inter, system-ui; }`;

type Gallery = Awaited<ReturnType<typeof openGallery>>;

/** @param page where the gallery is open. */
export async function takeCollage(gallery: Gallery, page: Page, desk: Page, { columns, frames }: Collage) {
  const names = frames.flatMap(({ parts = [] }) => parts);
  const marks = names.map((name, index) => [index + 1, COLORS[index % COLORS.length]!, name] as const);
  const width = Math.floor((WIDTH_PX - GAP_PX * (columns + 1)) / columns);
  const figures: string[] = [];
  for (const frame of frames) {
    const picture = await takeFrame(gallery, page, frame, marks);
    const caption = frame.caption ? `<figcaption>${frame.caption}</figcaption>` : '';
    const style = `max-inline-size: ${width}px`;
    figures.push(`<figure style="${style}"><img src="data:image/png;base64,${picture}">${caption}</figure>`);
  }
  const legend = marks.map(([count, color, name]) => `<li><b style="background:${color}">${count}</b>${name}</li>`);
  const list = legend.length > 0 ? `<ol>${legend.join('')}</ol>` : '';
  await desk.setContent(`<!doctype html><style>${STYLE}</style><main>${figures.join('')}</main>${list}`);
  return asWebp(desk);
}

async function takeFrame(gallery: Gallery, page: Page, frame: Frame, marks: readonly Mark[]) {
  const { scene, theme = 'dark', size, attributes = {}, only, above = 0, over, parts = [] } = frame;
  await page.mouse.move(0, 0);
  await page.setViewportSize({ width: size[0], height: size[1] });
  await gallery.show(page, scene, theme);
  await page.evaluate((set) => {
    for (const [name, value] of Object.entries(set)) document.querySelector('video-room')?.setAttribute(name, value);
  }, attributes);
  if (over) {
    const { x, y, width, height } = await page.evaluate((name) => boxOfPart(name), over);
    await page.mouse.move(x + width / 2, y + height / 2);
  }
  await page.evaluate(() => buttonsAtRest());
  const whole = { x: 0, y: 0, width: size[0], height: size[1] };
  const clip = only ? raised(await page.evaluate((name) => boxOfPart(name), only), above) : whole;
  const here = marks.filter(([, , name]) => parts.includes(name));
  await page.evaluate(([some, box]) => markParts(some, box), [here, clip] as const);
  const picture = await page.screenshot({ clip });
  return picture.toString('base64');
}

const raised = (box: Box, above: number): Box => ({ ...box, y: box.y - above, height: box.height + above });

async function asWebp(desk: Page): Promise<Buffer> {
  const height = await desk.evaluate(() => document.body.offsetHeight);
  await desk.setViewportSize({ width: WIDTH_PX, height });
  const devtools = await desk.context().newCDPSession(desk);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await devtools.detach();
  return Buffer.from(data, 'base64');
}
