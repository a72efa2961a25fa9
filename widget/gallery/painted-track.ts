/** A video track that shows one of the drawn people, as a camera would. */
export const FACE_NAMES = ['ann', 'ben', 'chi', 'dov', 'eve'] as const;

const painting = new Map<MediaStreamTrack, ReturnType<typeof setInterval>>();

/** Ends all that was painted so far. */
export function stopPainting(): void {
  for (const [track, timer] of painting) {
    clearInterval(timer);
    track.stop();
  }
  painting.clear();
}

const emptyCanvas = () => Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });

/** Drawn once: a picture of lines takes longer than all else that is shown. */
const drawn = new Map<string, Promise<HTMLCanvasElement>>();

async function draw(face: string): Promise<HTMLCanvasElement> {
  const picture = new Image();
  picture.src = new URL(`./people/${face}.svg`, import.meta.url).href;
  await picture.decode();
  const canvas = emptyCanvas();
  canvas.getContext('2d')?.drawImage(picture, 0, -40, 1280, 800);
  return canvas;
}

export async function paintedTrack(face: string): Promise<MediaStreamTrack> {
  const picture = drawn.get(face) ?? draw(face);
  drawn.set(face, picture);
  const source = await picture;
  const canvas = emptyCanvas();
  const context = canvas.getContext('2d');
  const [track] = canvas.captureStream(10).getVideoTracks();
  if (!track) throw new Error('The canvas gives no track');
  const paint = () => context?.drawImage(source, 0, 0);
  // A frame is one that is painted after the stream has begun.
  paint();
  painting.set(track, setInterval(paint, 200));
  return track;
}
