/** Looking before joining whether a call would work, as a method of the tag and from the Join screen. Loaded when asked for. */
import type { PropertyDeclarations } from 'lit';
import { VideoRoomError } from '../../core/errors.js';
import type { PreflightResult } from '../../core/preflight/finding.js';
import type { PreflightOptions } from '../../core/preflight/run-preflight.js';
import type { SessionEvents } from '../../core/session-options.js';
import type { PreflightDesk } from '../preflight-desk/preflight-desk.js';
import { JoiningRoom } from './joining-room.js';
import { LazyPart } from './lazy-part.js';
import type { VideoRoomElement } from './video-room.js';

/**
 * @fires {PreflightProgressEvent} preflight-progress - A check of a preflight is done.
 * @fires {PreflightFinishedEvent} preflight-finished - All are.
 * @csspart preflight-button - Opens the preflight on the Join screen.
 * @csspart preflight - The checks and what they found.
 * @csspart preflight-layer - Those that belong together, which can be folded.
 * @csspart preflight-finding - One of them.
 * @csspart preflight-again-button - Runs all again.
 * @csspart preflight-copy-button - Copies the result as text.
 * @csspart preflight-close-button - Goes back to the Join screen.
 */
export abstract class PreflightRoom extends JoiningRoom {
  static override properties: PropertyDeclarations = { preflightOpen: { attribute: false } };

  /** @internal */
  preflightOpen = false;
  protected readonly preflight = new LazyPart<PreflightDesk>({
    ...this.lazily,
    name: 'preflight',
    load: async () => {
      const { PreflightDesk } = await import('../preflight-desk/preflight-desk.js');
      return new PreflightDesk(this as unknown as VideoRoomElement, this.session);
    },
  });

  /** Looks whether a call would work: page, devices, server, token, network. Takes no seat. At most 15 seconds. */
  async runPreflight(options?: PreflightOptions): Promise<PreflightResult> {
    const desk = await this.preflight.load();
    if (!desk) throw new VideoRoomError('server-unreachable', 'The preflight could not be loaded');
    return desk.run(options);
  }

  /** @internal Opens or closes it on the Join screen. */
  togglePreflight(on: boolean): void {
    this.preflightOpen = on;
    if (!on) this.preflight.part?.close();
  }

  /** @internal */
  override sessionChanged(change: SessionEvents['state']): void {
    super.sessionChanged(change);
    if (this.preflightOpen && change.state.phase !== 'idle') this.togglePreflight(false);
  }
}
