/** A video track that shows one of the drawn people, as a camera would. */
export const FACE_NAMES = ['ann', 'ben', 'chi', 'dov', 'eve'] as const;

const painting = new Set<ReturnType<typeof setInterval>>();

/** Ends all that was painted so far. */
export function stopPainting(): void {
  for (const timer of painting) clearInterval(timer);
  painting.clear();
}

export async function paintedTrack(face: string): Promise<MediaStreamTrack> {
  const picture = new Image();
  picture.src = new URL(`./people/${face}.svg`, import.meta.url).href;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 1280;
  canvas.height = 720;
  const context = canvas.getContext('2d');
  const paint = () => context?.drawImage(picture, 0, -40, 1280, 800);
  paint();
  painting.add(setInterval(paint, 200));
  const [track] = canvas.captureStream(10).getVideoTracks();
  if (!track) throw new Error('The canvas gives no track');
  return track;
}
