import type { PanelName } from '../elements/video-room/panel-room.js';

/** Another panel is open beside the stage than before, or none. */
export class PanelChangedEvent extends Event {
  constructor(readonly panel: PanelName | '') {
    super('panel-changed');
  }
}
