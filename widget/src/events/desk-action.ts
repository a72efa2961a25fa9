import type { CallId } from '@video-room/protocol';

/** What a control of calls, knocking or broadcasts asks for. */
export type DeskAction =
  | { type: 'call'; identity: string; video: boolean }
  | { type: 'accept'; call: CallId; video: boolean }
  | { type: 'decline'; call: CallId; reason?: string }
  | { type: 'hang-up'; call: CallId }
  | { type: 'admit'; calls: readonly CallId[]; message?: string }
  | { type: 'decline-knock'; calls: readonly CallId[]; message?: string }
  | { type: 'knock' }
  | { type: 'invite'; identity: string }
  | { type: 'put-aside'; aside: boolean }
  | { type: 'dismiss'; id: string }
  | { type: 'toggle-do-not-disturb' }
  | { type: 'toggle-live' }
  | { type: 'toggle-watching' }
  | { type: 'toggle-panel' }
  | { type: 'leave' };

/** Internal: dispatched on the element that holds the control, heard by the desk; never leaves the shadow root. */
export class DeskActionEvent extends Event {
  constructor(readonly action: DeskAction) {
    super('desk-action', { bubbles: true });
  }
}
