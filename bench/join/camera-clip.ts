/** What every camera of the bench shows: 640x480, 30 pictures a second, as a Y4M file. The same in every run. */
import { writeFileSync } from 'node:fs';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 15;
const BAR_WIDTH = 80;

export interface CameraPicture {
  /** A head that trembles before a patched wall, which takes about 800 kbit/s as a face does; else a bar that moves. */
  head?: boolean;
}

/** In pixels: of a patch, and of the head in the middle. */
const PATCH = 16;
const HEAD = { width: 150, height: 200 };

export function writeCameraClip(file: string, { head = false }: CameraPicture = {}): void {
  const shadeAt = head ? headAt : barAt;
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 120);
  const frames = Array.from({ length: FRAMES }, (_, frame) => {
    const luma = Buffer.alloc(WIDTH * HEIGHT);
    for (let at = 0; at < luma.length; at += 1) luma[at] = shadeAt(at % WIDTH, Math.floor(at / WIDTH), frame / FRAMES);
    return Buffer.concat([Buffer.from('FRAME\n'), luma, colour]);
  });
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A1:1 C420jpeg\n`), ...frames]),
  );
}

/** @param time of the clip, in 0..1. */
function barAt(x: number, _y: number, time: number): number {
  const from = Math.floor(time * (WIDTH - BAR_WIDTH));
  return x >= from && x < from + BAR_WIDTH ? 180 : 100;
}

function headAt(x: number, y: number, time: number): number {
  const inHead = ((x - WIDTH / 2) / HEAD.width) ** 2 + ((y - HEIGHT / 2) / HEAD.height) ** 2 < 0.25;
  const tremble = inHead ? Math.round(Math.sin(time * 2 * Math.PI)) : 0;
  const patch = Math.floor((x + tremble) / PATCH) * 31 + Math.floor((y + tremble) / PATCH) * 17;
  return 70 + ((patch * 7919) % 61) + Math.round(12 * Math.sin(x / 7 + y / 11));
}
