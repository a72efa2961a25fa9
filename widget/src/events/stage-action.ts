import type { Corner } from '../elements/vr-stage/layout.js';

/** What a control that lies over the tiles asks for. */
export type StageAction =
  | { type: 'page'; page: number }
  | { type: 'corner'; corner: Corner }
  | { type: 'hide-own'; hidden: boolean }
  /** One's own tile is being dragged, in CSS pixels from its place. */
  | { type: 'drag'; across: number; along: number }
  | { type: 'drop'; across: number; along: number };

/** Internal: dispatched by the controls of the stage, heard by who arranges it. */
export class StageActionEvent extends Event {
  constructor(readonly action: StageAction) {
    super('stage-action');
  }
}
