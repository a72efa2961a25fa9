/**
 * Runs preflights for the element and shows the one that was asked for on the Join screen. Loaded when one is asked for
 * (video-room/preflight-room.ts).
 */
import { html, type TemplateResult } from 'lit';
import type { SessionController } from '../../controllers/session-controller.js';
import { browserEnvironment } from '../../core/preflight/environment.js';
import type { PreflightFinding, PreflightResult } from '../../core/preflight/finding.js';
import { runPreflight, type PreflightOptions, type PreflightProgress } from '../../core/preflight/run-preflight.js';
import { PreflightFinishedEvent, PreflightProgressEvent, type PreflightActionEvent } from '../../events/preflight.js';
import { joinOptionsOf } from '../video-room/join-options.js';
import type { VideoRoomElement } from '../video-room/video-room.js';
import '../vr-preflight/vr-preflight.js';
import { PREFLIGHT_PARTS } from '../vr-preflight/vr-preflight.js';

export class PreflightDesk {
  readonly #host: VideoRoomElement;
  readonly #session: SessionController;
  /** Ends all that run when the element goes. */
  readonly #running = new Set<AbortController>();
  /** The one that is shown. */
  #shown: AbortController | undefined;
  #findings: readonly PreflightFinding[] = [];
  #result: PreflightResult | undefined;

  constructor(host: VideoRoomElement, session: SessionController) {
    this.#host = host;
    this.#session = session;
    host.addController({ hostDisconnected: () => this.#endAll() });
  }

  async run({ signal, onProgress }: PreflightOptions = {}): Promise<PreflightResult> {
    signal?.throwIfAborted();
    const lifetime = new AbortController();
    const end = () => lifetime.abort(signal?.reason);
    signal?.addEventListener('abort', end);
    this.#running.add(lifetime);
    try {
      return await this.#run(lifetime.signal, onProgress);
    } finally {
      signal?.removeEventListener('abort', end);
      this.#running.delete(lifetime);
    }
  }

  /** What is open where the Join screen was. Begins the first time it is asked for. */
  view(): TemplateResult {
    if (!this.#shown) void this.#show();
    return html`<vr-preflight
      exportparts=${PREFLIGHT_PARTS}
      .shown=${{ findings: this.#findings, result: this.#result, closable: true }}
      @preflight-action=${this.#act}
    ></vr-preflight>`;
  }

  /** It is shown no more, so it does not go on. */
  close(): void {
    this.#shown?.abort();
    this.#shown = undefined;
  }

  readonly #act = ({ action }: PreflightActionEvent): void => {
    if (action === 'again') void this.#show();
    else this.#host.togglePreflight(false);
  };

  async #show(): Promise<void> {
    this.#shown?.abort();
    const shown = (this.#shown = new AbortController());
    this.#findings = [];
    this.#result = undefined;
    const update = (change: () => void) => {
      if (this.#shown !== shown) return;
      change();
      this.#host.requestUpdate();
    };
    update(() => undefined);
    try {
      const onProgress = ({ finding }: PreflightProgress) =>
        update(() => (this.#findings = [...this.#findings, finding]));
      const result = await this.run({ signal: shown.signal, onProgress });
      update(() => (this.#result = result));
    } catch {
      // Nobody waits for it any more.
    }
  }

  async #run(signal: AbortSignal, onProgress: PreflightOptions['onProgress']): Promise<PreflightResult> {
    const host = this.#host;
    const { serverUrl, token } = joinOptionsOf(host, host.displayName);
    const { state } = this.#session;
    const result = await runPreflight({
      environment: browserEnvironment(this.#session.media?.port),
      serverUrl,
      credentials: typeof token === 'string' ? () => Promise.resolve({ token }) : token,
      // What a token endpoint makes of the room's name is its own affair.
      room: host.token ? host.room : undefined,
      // In a room the token may be over, or the door closed behind one.
      iceServers: state.admitted ? state.iceServers : undefined,
      deviceStates: state.devices,
      signal,
      onProgress: (progress) => {
        host.dispatchEvent(new PreflightProgressEvent(progress.finding, progress.done, progress.total));
        try {
          onProgress?.(progress);
        } catch (error) {
          // A fault of the page's, as one in a listener of the event would be.
          reportError(error);
        }
      },
    });
    host.dispatchEvent(new PreflightFinishedEvent(result));
    return result;
  }

  #endAll(): void {
    for (const lifetime of this.#running) lifetime.abort();
    this.close();
  }
}
