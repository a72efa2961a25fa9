import type { StageLayout } from '../elements/video-room/stage-room.js';

/** The tiles are arranged otherwise than before. */
export class LayoutChangedEvent extends Event {
  constructor(readonly layout: StageLayout) {
    super('layout-changed');
  }
}
