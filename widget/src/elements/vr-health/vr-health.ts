/** Whether a call would work here and now: runs a preflight when it is asked to, and shows what comes of it. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RoomDebug } from '../../controllers/room-debug.js';
import type { PreflightFinding, PreflightResult } from '../../core/preflight/finding.js';
import { debugWords } from '../../text/en-debug.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { styles } from './vr-health.styles.js';

export class VrHealth extends SpeakingElement {
  static override styles = [tokens, styles];

  @property({ attribute: false }) debug?: RoomDebug;

  @state() private findings: readonly PreflightFinding[] = [];
  @state() private result: PreflightResult | undefined;
  /** What went wrong with the checks themselves. */
  @state() private failure = '';

  /** Ends the one that runs, or ran last. */
  #running: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
  }

  override render(): TemplateResult {
    const { findings, result, failure } = this;
    // The element that shows them comes with the checks.
    if (this.#running && !failure) {
      return html`<vr-preflight
        .shown=${{ findings, result, closable: false }}
        @preflight-action=${() => void this.#run()}
      ></vr-preflight>`;
    }
    const { intro, run } = debugWords().health;
    return html`<div class="intro">
      <p role="status">${failure || intro}</p>
      <button @click=${() => void this.#run()}>${run}</button>
    </div>`;
  }

  async #run(): Promise<void> {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.findings = [];
    this.result = undefined;
    this.failure = '';
    try {
      const result = await this.debug?.preflight?.({
        signal: running.signal,
        onProgress: ({ finding }) => {
          if (this.#running === running) this.findings = [...this.findings, finding];
        },
      });
      if (this.#running === running) this.result = result;
    } catch (error) {
      // Another one runs, or nobody looks any more.
      if (running.signal.aborted) return;
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }
}

define('vr-health', VrHealth);

declare global {
  interface HTMLElementTagNameMap {
    'vr-health': VrHealth;
  }
}
