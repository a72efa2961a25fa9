/**
 * What to send of a picture, from how large it is shown at the other end: no larger, no smoother and no more bits than
 * can be seen there. Pure.
 */
import type { ShownSize } from '@video-room/protocol';

/** What is sent of one picture over one link. */
export interface Encoding {
  active: boolean;
  scaleResolutionDownBy: number;
  maxFramerate: number;
  /** In bits per second. */
  maxBitrate: number;
}

export interface Picture {
  /** What the camera or the screen gives; 0 where the browser does not tell. */
  width: number;
  height: number;
  /** As the other end said, in device pixels; undefined: not said yet. */
  shown: ShownSize | undefined;
}

/** By how much pictures are scaled down: in small steps, as each change costs a full picture and each pixel too many costs too. */
const SCALES = [1, 1.2, 1.4, 1.6, 1.8, 2, 2.4, 2.8, 3.4, 4, 5, 6, 8] as const;
/** Text that is scaled twice by a little is blurred. */
const SCREEN_SCALES = [1, 1.5, 2, 3, 4, 6, 8] as const;

/** Shown on less than so many pixels, a person moves well enough with 15 or 20 pictures a second, which cost half as much. */
const SMALL = 440 * 250;
const MIDDLE = 480 * 320;

/** What a good camera picture of 1280x720 at 30 pictures a second takes, and what no picture takes more than. */
const MOST_BPS = 2_500_000;
const FULL_RATE = 1280 * 720 * 30;
/** Below this a picture is of no use. */
export const LEAST_BPS = 80_000;

/**
 * What is given up, step by step, while the computer cannot keep up: first pictures a second, which cost the most, then
 * size. Never below what moves.
 */
const RELIEFS = [
  { fps: 30, smaller: 1, screenFps: 30 },
  { fps: 20, smaller: 1, screenFps: 10 },
  { fps: 15, smaller: 1, screenFps: 10 },
  { fps: 15, smaller: 1.4, screenFps: 5 },
  { fps: 15, smaller: 2, screenFps: 5 },
] as const;
export const MOST_RELIEF = RELIEFS.length - 1;

/** @param relief from 0, none, to `MOST_RELIEF`. */
export function cameraEncoding({ width, height, shown }: Picture, relief = 0): Encoding {
  const area = shown ? shown[0] * shown[1] : Infinity;
  const { fps, smaller } = reliefOf(relief);
  const maxFramerate = Math.min(fps, area < SMALL ? 15 : area < MIDDLE ? 20 : 30);
  // A tile is filled: what of the picture lies outside of it is cut off.
  const fits = shown ? Math.min(width / shown[0], height / shown[1]) : 1;
  return encoding(width, height, area, scaleFor(Math.max(1, fits) * smaller, SCALES), maxFramerate, MOST_BPS);
}

/** A screen keeps its size as long as it is shown so large: text has to be read. */
export function screenEncoding({ width, height, shown }: Picture, motion: boolean, relief = 0): Encoding {
  const area = shown ? shown[0] * shown[1] : Infinity;
  const maxFramerate = Math.min(reliefOf(relief).screenFps, area < SMALL ? 5 : motion ? 30 : 15);
  // All of it is shown.
  const fits = shown ? Math.max(width / shown[0], height / shown[1]) : 1;
  // Text at 15 pictures a second needs as many bits as a face at 30.
  return encoding(width, height, area, scaleFor(fits, SCREEN_SCALES), maxFramerate, motion ? MOST_BPS : MOST_BPS * 1.7);
}

/** The share of `budget` that each of the wishes gets, all cut alike; in bits per second. */
export function within(budget: number, wishes: readonly Encoding[]): Encoding[] {
  const wished = wishes.reduce((sum, { active, maxBitrate }) => sum + (active ? maxBitrate : 0), 0);
  const share = Math.min(1, budget / Math.max(1, wished));
  return wishes.map((wish) => ({ ...wish, maxBitrate: Math.round(Math.max(LEAST_BPS, wish.maxBitrate * share)) }));
}

const reliefOf = (relief: number) => RELIEFS[Math.min(MOST_RELIEF, relief)] ?? RELIEFS[0];

/** The largest step that leaves the picture at least as large as it is shown. */
const scaleFor = (fits: number, scales: readonly number[]): number => scales.findLast((scale) => scale <= fits) ?? 1;

function encoding(
  width: number,
  height: number,
  area: number,
  scaleResolutionDownBy: number,
  maxFramerate: number,
  full: number,
): Encoding {
  const rate = ((width * height) / scaleResolutionDownBy ** 2) * maxFramerate;
  // Twice the pixels do not take twice the bits.
  const bps = rate > 0 ? full * (rate / FULL_RATE) ** 0.75 : full;
  const maxBitrate = Math.round(Math.min(MOST_BPS, Math.max(LEAST_BPS, bps)));
  return { active: area > 0, scaleResolutionDownBy, maxFramerate, maxBitrate };
}
