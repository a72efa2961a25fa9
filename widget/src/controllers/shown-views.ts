/** From the sizes of tiles to how large each of the others is seen. Pure. */
import type { ParticipantId, ShownSize } from '@video-room/protocol';
import type { View } from '../core/engine/media-engine.js';

const NOT_SEEN: ShownSize = [0, 0];
const SCREEN = /^(.*)\/screen$/;

/**
 * @param sizes by key of the tile, in CSS pixels
 * @param pixelRatio device pixels per CSS pixel
 */
export function viewsOf(sizes: ReadonlyMap<string, ShownSize>, pixelRatio: number): Map<ParticipantId, View> {
  const views = new Map<ParticipantId, View>();
  for (const [key, [width, height]] of sizes) {
    const size: ShownSize = [width * pixelRatio, height * pixelRatio];
    const screenOf = SCREEN.exec(key)?.[1];
    const id = screenOf ?? key;
    if (id === 'own') continue;
    const view = views.get(id) ?? { camera: NOT_SEEN, screen: NOT_SEEN };
    views.set(id, screenOf === undefined ? { ...view, camera: size } : { ...view, screen: size });
  }
  return views;
}
