/**
 * Camera pictures a test can recognise: a solid colour with a darker bar that moves, as an uncompressed Y4M file, which
 * Chromium plays as its fake camera.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inLongRun } from '../../bench/report/long-run.js';

export type Rgb = readonly [red: number, green: number, blue: number];

/** Far apart in hue, so that encoding cannot make one of them look like another. */
export const COLOURS = {
  red: [200, 40, 40],
  green: [40, 170, 60],
  blue: [50, 70, 210],
  yellow: [210, 190, 40],
} as const satisfies Record<string, Rgb>;

export type ColourName = keyof typeof COLOURS;

const WIDTH = 320;
const HEIGHT = 240;
const FRAMES = 20;

export interface ClipKind {
  /**
   * Default 10, as coding, decoding and drawing pictures is most of what a browser of a test has to do; 20 in long runs, which
   * measure.
   */
  framesPerSecond?: number;
  /** As grainy as a dark room, other in each picture: it takes all the bitrate there is. Else it takes next to none. */
  isGrainy?: boolean;
}

/** Writes the clip into `folder` and returns its path. */
export function writeClip(
  folder: string,
  colour: ColourName,
  { framesPerSecond = inLongRun(10, 20), isGrainy = false }: ClipKind = {},
): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${colour}-${framesPerSecond}${isGrainy ? '-grainy' : ''}.y4m`);
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`)];
  for (let frame = 0; frame < FRAMES; frame += 1)
    parts.push(Buffer.from('FRAME\n'), picture(COLOURS[colour], frame, isGrainy ? GRAIN : 0));
  // Put into its place whole, as a browser of another test may be playing the one that is there.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat(parts));
  renameSync(unfinished, file);
  return file;
}

/** In steps of brightness; the colour stays what it is. */
const GRAIN = 24;

/** @param grain by how much a point may be brighter or darker than the rest. */
function picture([red, green, blue]: Rgb, frame: number, grain: number): Buffer<ArrayBuffer> {
  const luma = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  const chromaBlue = Math.round(128 - 0.168736 * red - 0.331264 * green + 0.5 * blue);
  const chromaRed = Math.round(128 + 0.5 * red - 0.418688 * green - 0.081312 * blue);
  const y = Buffer.alloc(WIDTH * HEIGHT, luma);
  for (let at = 0; grain > 0 && at < y.length; at += 1) y[at] = luma - grain + Math.round(Math.random() * 2 * grain);
  // The bar runs along the bottom edge, away from the middle where colours are read.
  const from = Math.floor((frame / FRAMES) * (WIDTH - 40));
  for (let row = HEIGHT - 24; row < HEIGHT; row += 1) y.fill(luma >> 1, row * WIDTH + from, row * WIDTH + from + 40);
  const quarter = (WIDTH / 2) * (HEIGHT / 2);
  return Buffer.concat([y, Buffer.alloc(quarter, chromaBlue), Buffer.alloc(quarter, chromaRed)]);
}

/** The colour of `COLOURS` nearest to what was seen, or `none` if it is near to none. */
export function nameColour(seen: Rgb): ColourName | 'none' {
  const distance = (name: ColourName) => Math.hypot(...COLOURS[name].map((value, index) => value - (seen[index] ?? 0)));
  const [nearest] = (Object.keys(COLOURS) as ColourName[]).sort((one, other) => distance(one) - distance(other));
  return nearest && distance(nearest) < 60 ? nearest : 'none';
}
