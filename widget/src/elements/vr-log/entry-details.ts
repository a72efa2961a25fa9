/** All of one entry of the log: particulars, the message that led to it, descriptions in sections. */
import type { LogEntry } from '@video-room/log';
import { html, nothing, type TemplateResult } from 'lit';
import { debugWords } from '../../text/en-debug.js';
import { visible } from '../../text/visible.js';
import { closeIcon } from '../vr-debug/icons.js';
import { sdpSummary, sectionsOf, type SdpSection } from './sdp-sections.js';

export interface ShownEntry {
  readonly entry: LogEntry;
  readonly who: string;
  readonly time: string;
  readonly count: number;
  /** The description of the same end before, if the entry has one. */
  readonly sdpBefore: string | undefined;
  /** Shows all that this message led to. */
  readonly follow: () => void;
  /** Shows what was written shortly before and after. */
  readonly around: () => void;
  readonly close: () => void;
}

export function entryDetails({
  entry,
  who,
  time,
  count,
  sdpBefore,
  follow,
  around,
  close,
}: ShownEntry): TemplateResult {
  const words = debugWords();
  const { sdp, ...particulars } = (entry.detail ?? {}) as { sdp?: unknown };
  return html`<aside class="details" aria-label=${words.details}>
    <div class="head">
      <h3 dir="auto">${entry.text}${count > 1 ? html` <small>×${count}</small>` : nothing}</h3>
      <button class="tool" aria-label=${words.closeDetails} title=${words.closeDetails} @click=${close}>
        ${closeIcon}
      </button>
    </div>
    <p dir="ltr">${time} · ${who} · ${entry.category} · ${entry.level}</p>
    <p class="ways">
      ${entry.cause === undefined ? nothing : html`<button class="follow" @click=${follow}>${words.follow(entry.cause)}</button>`}
      <button class="around" @click=${around}>${words.around}</button>
    </p>
    ${Object.keys(particulars).length > 0 ? html`<pre dir="ltr">${visible(JSON.stringify(particulars, undefined, 2))}</pre>` : nothing}
    ${typeof sdp === 'string' ? description(sdp, sdpBefore) : nothing}
  </aside>`;
}

function description(sdp: string, before: string | undefined): TemplateResult {
  return html`<p dir="ltr">${sdpSummary(sdp)}</p>
    ${sectionsOf(sdp, before).map(section)}`;
}

function section({ title, lines }: SdpSection): TemplateResult {
  const changed = lines.filter(({ change }) => change !== 'same').length;
  return html`<details ?open=${changed > 0} dir="ltr">
    <summary>${title}${changed > 0 ? html` <small>${debugWords().changedLines(changed)}</small>` : nothing}</summary>
    <pre>${lines.map(({ text, change }) => html`<span class=${change}>${MARKS[change]}${text}</span>`)}</pre>
  </details>`;
}

const MARKS = { same: '  ', new: '+ ', gone: '- ' } as const;
