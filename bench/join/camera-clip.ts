/** What every camera of the bench shows: 640x480, 30 pictures a second, a bar that moves, as a Y4M file. */
import { writeFileSync } from 'node:fs';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 15;
const BAR_WIDTH = 80;

export interface CameraPicture {
  /** Patches that tremble, which take about as many bits as a face; else all is still but the bar. */
  textured?: boolean;
}

/** Of a patch, in pixels. */
const PATCH = 16;

export function writeCameraClip(file: string, { textured = false }: CameraPicture = {}): void {
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 120);
  const frames = Array.from({ length: FRAMES }, (_, frame) => {
    const luma = Buffer.alloc(WIDTH * HEIGHT, 100);
    if (textured)
      for (let at = 0; at < luma.length; at += 1) luma[at] = shadeAt(at % WIDTH, Math.floor(at / WIDTH), frame);
    const from = Math.floor((frame / FRAMES) * (WIDTH - BAR_WIDTH));
    for (let row = 0; row < HEIGHT; row += 1) luma.fill(180, row * WIDTH + from, row * WIDTH + from + BAR_WIDTH);
    return Buffer.concat([Buffer.from('FRAME\n'), luma, colour]);
  });
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A1:1 C420jpeg\n`), ...frames]),
  );
}

/** The same in every run. */
function shadeAt(x: number, y: number, frame: number): number {
  const tremble = Math.round(3 * Math.sin((frame / FRAMES) * 2 * Math.PI));
  const patch = Math.floor((x + tremble) / PATCH) * 31 + Math.floor((y + tremble) / PATCH) * 17;
  return 70 + ((patch * 7919) % 61) + Math.round(12 * Math.sin(x / 7 + y / 11));
}
