/** What every camera of the bench shows: 640x480, 30 pictures a second, a bar that moves, as a Y4M file. */
import { writeFileSync } from 'node:fs';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 15;
const BAR_WIDTH = 80;

export function writeCameraClip(file: string): void {
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 120);
  const frames = Array.from({ length: FRAMES }, (_, frame) => {
    const luma = Buffer.alloc(WIDTH * HEIGHT, 100);
    const from = Math.floor((frame / FRAMES) * (WIDTH - BAR_WIDTH));
    for (let row = 0; row < HEIGHT; row += 1) luma.fill(180, row * WIDTH + from, row * WIDTH + from + BAR_WIDTH);
    return Buffer.concat([Buffer.from('FRAME\n'), luma, colour]);
  });
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A1:1 C420jpeg\n`), ...frames]),
  );
}
