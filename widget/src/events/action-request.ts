import type { PersonTile } from '../controllers/people-tiles.js';

/** What a control inside the element asks for. Elements ask; only the session's state answers. */
export type Action =
  | { type: 'join'; name?: string }
  | { type: 'leave' }
  | { type: 'hang-up' }
  | { type: 'toggle-camera' }
  | { type: 'toggle-microphone' }
  | { type: 'toggle-screen' }
  | { type: 'toggle-hand' }
  | { type: 'toggle-debug' }
  /** The tile large, or no more. */
  | { type: 'pin'; tile: PersonTile }
  | { type: 'toggle-menu'; open: boolean }
  | { type: 'play-sound' }
  | { type: 'reload' }
  | { type: 'dismiss-update' };

/** Internal: dispatched on the element that holds the control, heard by its parent; never leaves the shadow root. */
export class ActionRequestEvent extends Event {
  constructor(readonly action: Action) {
    super('action-request', { bubbles: true });
  }
}
