/** What the log is filtered by, above it; while a message is followed, that message instead. */
import { CATEGORIES, LEVELS, type Category, type Level } from '@video-room/log';
import { html, type TemplateResult } from 'lit';
import type { LogFilter } from '../../controllers/log-filter.js';
import { debugWords } from '../../text/en-debug.js';
import { closeIcon } from '../vr-debug/icons.js';

export interface LogFieldsOptions {
  readonly criteria: Readonly<LogFilter>;
  readonly filter: (change: LogFilter) => void;
  /** Shows again what was shown before a message was followed. */
  readonly unfollow: () => void;
}

export function logFields({ criteria, filter, unfollow }: LogFieldsOptions): TemplateResult {
  const { category: categories, level = 'debug', text = '', cause } = criteria;
  const words = debugWords();
  if (cause !== undefined) {
    return html`<button class="following" @click=${unfollow}>
      <span>${words.following(cause)}</span>${closeIcon}<span class="unseen">${words.unfollow}</span>
    </button>`;
  }
  const chosen = [categories ?? []].flat();
  const several = chosen.length > 1;
  return html`<select
      aria-label=${words.category}
      @change=${({ target }: Event) => {
        const { value } = target as HTMLSelectElement;
        filter({ category: value ? (value as Category) : undefined });
      }}
    >
      <option value="" ?selected=${chosen.length === 0}>${words.allCategories}</option>
      ${several ? html`<option disabled selected>${chosen.join(', ')}</option>` : ''}
      ${CATEGORIES.map((each) => html`<option ?selected=${!several && each === chosen[0]}>${each}</option>`)}
    </select>
    <select
      aria-label=${words.level}
      @change=${({ target }: Event) => filter({ level: (target as HTMLSelectElement).value as Level })}
    >
      ${LEVELS.map((each) => html`<option ?selected=${each === level}>${each}</option>`)}
    </select>
    <input
      type="search"
      aria-label=${words.search}
      placeholder=${words.search}
      .value=${text}
      @input=${({ target }: Event) => filter({ text: (target as HTMLInputElement).value })}
    />`;
}
