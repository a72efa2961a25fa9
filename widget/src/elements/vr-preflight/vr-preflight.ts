/** Shows a preflight it is given: the checks as they run, then what they found, by layer. Runs nothing itself. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  LAYER_OF,
  PREFLIGHT_CHECKS,
  PREFLIGHT_LAYERS,
  verdictOf,
  type PreflightFinding,
  type PreflightLayer,
  type PreflightResult,
} from '../../core/preflight/finding.js';
import { PreflightActionEvent, type PreflightAction } from '../../events/preflight.js';
import { preflightWords } from '../../text/en-preflight.js';
import { card } from '../card.styles.js';
import { define } from '../define.js';
import { sheet } from '../sheet.styles.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { wordsOfFinding } from './finding-words.js';
import { openIcon, verdictIcons } from './icons.js';
import { styles } from './vr-preflight.styles.js';

export interface ShownPreflight {
  /** Those that are known so far. */
  readonly findings: readonly PreflightFinding[];
  /** Once all are. */
  readonly result?: PreflightResult | undefined;
  /** There is something to go back to. */
  readonly closable: boolean;
}

/** Names of the parts, for `exportparts`. */
export const PREFLIGHT_PARTS =
  'preflight, preflight-layer, preflight-finding, preflight-again-button, preflight-copy-button, preflight-close-button';

/**
 * @csspart preflight - all of it.
 * @csspart preflight-layer - what belongs together: page, devices, server, token, network.
 * @csspart preflight-finding - one check.
 * @csspart preflight-again-button - runs all again.
 * @csspart preflight-copy-button - copies the result as text.
 * @csspart preflight-close-button - goes back.
 * @fires preflight-action
 */
export class VrPreflight extends SpeakingElement {
  static override styles = [tokens, card, sheet, styles];

  static override properties = { shown: { attribute: false }, said: { state: true } };

  shown: ShownPreflight | undefined;
  /** Of copying. */
  said = '';

  /** To the heading. */
  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  override render() {
    const { shown } = this;
    if (!shown) return nothing;
    const { title, again, copy, back, overall, running } = preflightWords();
    const { result, findings } = shown;
    const total = PREFLIGHT_CHECKS.length;
    return html`<section class="sheet" part="preflight" aria-label=${title}>
      <h2 tabindex="-1">${title}</h2>
      <p class="overall ${result?.verdict ?? 'running'}">
        ${result ? verdictIcons[result.verdict] : html`<i class="spinner"></i>`}
        <span role="status">${result ? overall[result.verdict] : title}</span>
        ${result ? nothing : html`<span class="count">${running(findings.length, total)}</span>`}
      </p>
      <progress aria-label=${title} max=${total} .value=${findings.length} ?hidden=${!!result}></progress>
      ${PREFLIGHT_LAYERS.map((layer) => this.#layer(layer, shown))}
      <div class="acts">
        ${shown.closable ? this.#button('close', back) : nothing}
        <button part="preflight-copy-button" ?disabled=${!result} @click=${this.#copy}>${this.said || copy}</button>
        <button class="main" part="preflight-again-button" ?disabled=${!result} @click=${() => this.#ask('again')}>
          ${again}
        </button>
      </div>
      <div class="unseen" role="status">${this.said}</div>
    </section>`;
  }

  #button(action: PreflightAction, label: string): TemplateResult {
    return html`<button part="preflight-close-button" @click=${() => this.#ask(action)}>${label}</button>`;
  }

  /** Unfolded where there is something to read. */
  #layer(layer: PreflightLayer, { findings, result }: ShownPreflight): TemplateResult {
    const { layers, verdicts } = preflightWords();
    const own = findings.filter(({ check }) => LAYER_OF[check] === layer);
    const known = own.length === PREFLIGHT_CHECKS.filter((check) => LAYER_OF[check] === layer).length;
    const verdict = verdictOf(own);
    const inOrder = PREFLIGHT_CHECKS.flatMap((check) => own.find((each) => each.check === check) ?? []);
    const isFault = (each: PreflightFinding) => each.verdict === 'failed' || each.verdict === 'warning';
    // What to read comes first.
    const ordered = [...inOrder.filter(isFault), ...inOrder.filter((each) => !isFault(each))];
    return html`<details part="preflight-layer" ?open=${!!result && (verdict === 'warning' || verdict === 'failed')}>
      <summary class=${known ? verdict : 'running'}>
        ${known ? verdictIcons[verdict] : html`<i class="spinner"></i>`}
        <b>${layers[layer]}</b><small>${known ? verdicts[verdict] : nothing}</small>${openIcon}
      </summary>
      <ul>
        ${ordered.map((finding) => this.#finding(finding))}
      </ul>
    </details>`;
  }

  #finding(finding: PreflightFinding): TemplateResult {
    const { checks, verdicts, forOwner } = preflightWords();
    const { verdict, check, code } = finding;
    const { means, advice, owner } = wordsOfFinding(finding);
    return html`<li class=${verdict} part="preflight-finding" data-code=${code}>
      ${verdictIcons[verdict]}
      <div>
        <b>${checks[check]}<span class="unseen">: ${verdicts[verdict]}</span></b>
        ${means ? html`<span>${means}</span>` : nothing}
        ${advice ? html`<span class="advice">${advice}</span>` : nothing}
        ${owner ? html`<span class="owner"><em>${forOwner}</em> ${owner}</span>` : nothing}
      </div>
    </li>`;
  }

  readonly #copy = async (): Promise<void> => {
    const { copied, copyFailed } = preflightWords();
    try {
      await navigator.clipboard.writeText(this.shown?.result?.text ?? '');
      this.said = copied;
    } catch {
      this.said = copyFailed;
    }
  };

  #ask(action: PreflightAction): void {
    this.said = '';
    this.dispatchEvent(new PreflightActionEvent(action));
  }
}

define('vr-preflight', VrPreflight);

declare global {
  interface HTMLElementTagNameMap {
    'vr-preflight': VrPreflight;
  }
}
