import type { PreflightFinding, PreflightResult } from '../core/preflight/finding.js';

/** One check of a preflight is done: `done` of `total`. */
export class PreflightProgressEvent extends Event {
  constructor(
    readonly finding: PreflightFinding,
    readonly done: number,
    readonly total: number,
  ) {
    super('preflight-progress');
  }
}

/** All checks of a preflight are done. */
export class PreflightFinishedEvent extends Event {
  constructor(readonly result: PreflightResult) {
    super('preflight-finished');
  }
}

export type PreflightAction = 'again' | 'close';

/** Internal: dispatched on the element that shows a preflight, heard by whatever holds it. */
export class PreflightActionEvent extends Event {
  constructor(readonly action: PreflightAction) {
    super('preflight-action', { bubbles: true });
  }
}
