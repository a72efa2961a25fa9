/**
 * The debug overlay: log, ladder and connections, docked to an edge of the element. Loaded when first opened; shows, never
 * records.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RoomDebug } from '../../controllers/room-debug.js';
import { ActionRequestEvent } from '../../events/action-request.js';
import { debugWords } from '../../text/en-debug.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import '../vr-connections/vr-connections.js';
import '../vr-health/vr-health.js';
import '../vr-ladder/vr-ladder.js';
import '../vr-log/vr-log.js';
import { DOCKS, readDocking, rememberDocking, VIEWS, type Docking, type View } from './docking.js';
import { clearIcon, closeIcon, copyIcon, dockIcons, downloadIcon, pauseIcon, playIcon } from './icons.js';
import { chipsOf, type PersonChip } from './person-chips.js';
import { Resizing } from './resizing.js';
import { saveFile } from './save-file.js';
import { styles } from './vr-debug.styles.js';

/**
 * @fires action-request
 */
export class VrDebug extends SpeakingElement {
  static override styles = [tokens, styles];

  @property({ attribute: false }) debug?: RoomDebug;
  /** What is shown is over: it comes from a file. */
  @property({ type: Boolean }) still = false;

  @state() private docking: Docking = readDocking();
  @state() private paused = false;
  @state() private said = '';

  readonly #resizing = new Resizing(this, {
    docking: () => this.docking,
    onSize: (size) => this.#dockAt({ size }),
  });

  /** End listening to the filter and to who is there. */
  #ends: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#ends.splice(0)) end();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('debug')) this.#listen();
    const { dock, size } = this.docking;
    this.setAttribute('dock', dock);
    this.style.setProperty('--_debug-size', `${size}%`);
  }

  override render(): TemplateResult {
    const view = this.#shown;
    return html`${this.still ? nothing : this.#resizing.handle()}
      <div class="head">${this.#tabs()} ${this.#hasPeople(view) ? this.#people() : nothing} ${this.#tools()}</div>
      <div class="view" id="view" role="tabpanel" aria-label=${debugWords().views[view]}>${this.#view(view)}</div>
      <div class="unseen" role="status">${this.said}</div>`;
  }

  #view(view: View): TemplateResult {
    const { debug } = this;
    if (view === 'health') return html`<vr-health .debug=${debug}></vr-health>`;
    if (view === 'log') return html`<vr-log .debug=${debug} ?paused=${this.paused}></vr-log>`;
    const chosen = this.#chosen;
    if (view === 'ladder') return html`<vr-ladder .debug=${debug} .person=${[...(chosen ?? [])].at(-1)}></vr-ladder>`;
    return html`<vr-connections .debug=${debug} .only=${chosen}></vr-connections>`;
  }

  #tabs(): TemplateResult {
    const shown = this.#shown;
    const words = debugWords().views;
    return html`<div class="tabs" role="tablist" aria-label=${debugWords().label} @keydown=${this.#onTabKey}>
      ${this.#views.map(
        (view) =>
          html`<button
            role="tab"
            id="tab-${view}"
            aria-controls="view"
            aria-selected=${view === shown ? 'true' : 'false'}
            tabindex=${view === shown ? 0 : -1}
            @click=${() => this.#dockAt({ view })}
          >
            ${words[view]}
          </button>`,
      )}
    </div>`;
  }

  #people(): TemplateResult {
    const wanted = (this.debug?.criteria.person ?? '').toLowerCase();
    const chip = ({ label, value, words }: PersonChip) =>
      html`<button
        aria-pressed=${words.has(wanted) ? 'true' : 'false'}
        @click=${() => this.debug?.filter({ ...this.debug.criteria, person: value })}
      >
        ${label}
      </button>`;
    const chips = chipsOf(this.debug?.people ?? []);
    const offered = this.#shown === 'log' ? chips : chips.filter(({ value }) => value !== 'you');
    return html`<div class="people" role="group" aria-label=${debugWords().people}>${offered.map(chip)}</div>`;
  }

  #tools(): TemplateResult {
    const words = debugWords();
    const tool = (label: string, icon: TemplateResult, act: () => unknown, pressed?: boolean) =>
      html`<button
        class="tool"
        aria-label=${label}
        title=${label}
        aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
        @click=${act}
      >
        ${icon}
      </button>`;
    const close = () => this.dispatchEvent(new ActionRequestEvent({ type: 'toggle-debug' }));
    if (this.still) return html`<div class="tools">${tool(words.file.another, closeIcon, close)}</div>`;
    const { dock, view } = this.docking;
    const nextDock = DOCKS[(DOCKS.indexOf(dock) + 1) % DOCKS.length] ?? 'bottom';
    const ofLog = [
      tool(words.pause, this.paused ? playIcon : pauseIcon, () => (this.paused = !this.paused), this.paused),
      tool(words.clear, clearIcon, () => this.debug?.clear()),
    ];
    return html`<div class="tools">
      ${view === 'log' ? ofLog : nothing} ${tool(words.copy, copyIcon, () => this.#copy())}
      ${tool(words.download, downloadIcon, () => this.#download())}
      <span class="docks">
        ${tool(words.docks[nextDock], dockIcons[nextDock], () => this.#dockAt({ dock: nextDock }))}
      </span>
      ${tool(words.close, closeIcon, close)}
    </div>`;
  }

  #listen(): void {
    for (const end of this.#ends.splice(0)) end();
    const { debug } = this;
    if (!debug) return;
    const update = () => this.requestUpdate();
    this.#ends = [debug.changes.on('changed', update), debug.changes.on('people', update)];
  }

  /** Nobody can look into what was the matter with a call that is over. */
  get #views(): readonly View[] {
    return this.still ? VIEWS.filter((view) => view !== 'health') : VIEWS;
  }

  get #shown(): View {
    return this.#views.find((view) => view === this.docking.view) ?? 'log';
  }

  /** Whether there is somebody to choose. */
  #hasPeople(view: View): boolean {
    return view !== 'health' && (view !== 'connections' || this.#others.length > 1);
  }

  get #others(): string[] {
    return this.debug?.people.flatMap(({ id, own }) => (own ? [] : [id])) ?? [];
  }

  /** Ids of the person the filter is set to; undefined: of no single one. */
  get #chosen(): ReadonlySet<string> | undefined {
    const wanted = (this.debug?.criteria.person ?? '').toLowerCase();
    if (!wanted || wanted === 'you') return undefined;
    const people = this.debug?.people ?? [];
    const ids = people.filter(({ id, identity, name }) =>
      [id, identity, name].some((it) => it.toLowerCase() === wanted),
    );
    return new Set(ids.map(({ id }) => id));
  }

  #dockAt(change: Partial<Docking>): void {
    this.docking = { ...this.docking, ...change };
    rememberDocking(this.docking);
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText((await this.debug?.export()) ?? '');
      this.said = debugWords().copied;
    } catch {
      this.said = debugWords().copyFailed;
    }
  }

  async #download(): Promise<void> {
    try {
      saveFile('video-room-log.json', (await this.debug?.export()) ?? '');
    } catch {
      this.said = debugWords().copyFailed;
    }
  }

  readonly #onTabKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const way = getComputedStyle(this).direction === 'rtl' ? -step : step;
    const views = this.#views;
    const view = views[(views.indexOf(this.#shown) + way + views.length) % views.length] ?? 'log';
    this.#dockAt({ view });
    this.renderRoot.querySelector<HTMLElement>(`#tab-${view}`)?.focus();
  };
}

define('vr-debug', VrDebug);

declare global {
  interface HTMLElementTagNameMap {
    'vr-debug': VrDebug;
  }
}
