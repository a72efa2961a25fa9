/** Opens a file that the overlay gave out, and shows it as the overlay would, without a call. */
import { LogBus } from '@video-room/log';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FileFault, MOST_BYTES, readDebugFile } from '../../controllers/debug-import.js';
import { LanguageController } from '../../controllers/language-controller.js';
import type { RoomDebug } from '../../controllers/room-debug.js';
import { debugWords } from '../../text/en-debug.js';
import type { Language, SomeWords } from '../../text/words.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import '../vr-debug/vr-debug.js';
import { styles } from './vr-debug-file.styles.js';

export class VrDebugFile extends SpeakingElement {
  static override styles = [tokens, styles];

  /** Words of the page's own instead of some. */
  @property({ attribute: false }) texts: SomeWords<Language> = {};

  @state() private debug: RoomDebug | undefined;
  @state() private fault: FileFault | undefined;
  /** Whether a file is held over it. */
  @state() private aimed = false;

  /** Counts the files, as a large one may be read later than the next. */
  #round = 0;

  constructor() {
    super();
    new LanguageController(this, new LogBus());
  }

  override render(): TemplateResult {
    if (this.debug) return html`<vr-debug still .debug=${this.debug} @action-request=${this.#onClose}></vr-debug>`;
    const words = debugWords().file;
    return html`<div
      class="drop ${this.aimed ? 'aimed' : ''}"
      @dragover=${this.#onDragOver}
      @dragleave=${() => (this.aimed = false)}
      @drop=${this.#onDrop}
    >
      <h1>${words.title}</h1>
      <p id="intro">${words.intro}</p>
      <label>
        <input
          class="unseen"
          type="file"
          accept=".json,application/json"
          aria-describedby="intro"
          @change=${this.#onChoice}
        />
        <span class="choose">${words.choose}</span>
      </label>
      <p role="alert">${this.fault ? words.faults[this.fault.code] : nothing}</p>
      ${this.fault?.at ? html`<code dir="ltr">${this.fault.at}</code>` : nothing}
    </div>`;
  }

  /** Shows a file, or says what is wrong with it. */
  async open(file: Blob): Promise<void> {
    const round = (this.#round += 1);
    this.fault = undefined;
    try {
      if (file.size > MOST_BYTES) throw new FileFault('too-large');
      const debug = readDebugFile(await textOf(file));
      if (round === this.#round) this.debug = debug;
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      if (round === this.#round) this.fault = error;
    }
  }

  readonly #onClose = (): void => {
    this.debug = undefined;
  };

  readonly #onChoice = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void this.open(file);
    // The same one may be chosen again, after it was mended.
    input.value = '';
  };

  readonly #onDragOver = (event: DragEvent): void => {
    event.preventDefault();
    this.aimed = true;
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.aimed = false;
    const file = event.dataTransfer?.files[0];
    if (file) void this.open(file);
  };
}

/** Gone or not to be read, as a folder is not, it is no file of ours. */
const textOf = (file: Blob): Promise<string> =>
  file.text().catch(() => {
    throw new FileFault('not-json');
  });

define('vr-debug-file', VrDebugFile);

declare global {
  interface HTMLElementTagNameMap {
    'vr-debug-file': VrDebugFile;
  }
}
