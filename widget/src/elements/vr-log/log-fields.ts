/** What the log is filtered by, above it; while a message is followed, that message instead. */
import { CATEGORIES, LEVELS, type Category, type Level } from '@video-room/log';
import { html, type TemplateResult } from 'lit';
import type { LogFilter } from '../../controllers/log-filter.js';
import { debugWords } from '../../text/en-debug.js';
import { closeIcon } from '../vr-debug/icons.js';
import { spanText } from './log-rows.js';

export interface LogFieldsOptions {
  readonly criteria: Readonly<LogFilter>;
  readonly filter: (change: LogFilter) => void;
  /** When the newest entry was written, and the oldest, in milliseconds since 1970. */
  readonly newest: number;
  readonly oldest: number;
  /** Shows again what was shown before a message was followed. */
  readonly unfollow: () => void;
}

/** Of the newest, in milliseconds. */
const SPANS_MS = [10_000, 60_000, 600_000];

export function logFields({ criteria, filter, newest, oldest, unfollow }: LogFieldsOptions): TemplateResult {
  const { category: categories, level = 'debug', text = '', cause, since, until } = criteria;
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
    <select
      aria-label=${words.time}
      @change=${({ target }: Event) => {
        const span = Number((target as HTMLSelectElement).value);
        filter({ since: span ? newest - span : undefined, until: undefined });
      }}
    >
      <option value="" ?selected=${since === undefined && until === undefined}>${words.anyTime}</option>
      ${
        since === undefined && until === undefined
          ? ''
          : html`<option disabled selected>${spanText(since, until, oldest)}</option>`
      }
      ${SPANS_MS.map((span) => html`<option value=${span}>${words.last(span / 1000)}</option>`)}
    </select>
    <input
      type="search"
      aria-label=${words.search}
      placeholder=${words.search}
      .value=${text}
      @input=${({ target }: Event) => filter({ text: (target as HTMLInputElement).value })}
    />`;
}
