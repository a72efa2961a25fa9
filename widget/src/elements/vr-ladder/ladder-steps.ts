/** From the log of one connection to the steps of a sequence diagram, with what is slow and what is missing. Pure. */
import type { LogEntry } from '@video-room/log';

/** Who says something, and to whom it goes. */
export type Lane = 'you' | 'server' | 'other';

export type StepKind =
  | 'offer'
  | 'answer'
  | 'candidate'
  | 'delivered'
  | 'refused'
  | 'relayed'
  | 'held'
  | 'dropped'
  | 'arrived'
  | 'gathering'
  | 'checking'
  | 'connecting'
  | 'connected'
  | 'disconnected'
  | 'failed'
  | 'closed'
  | 'path'
  | 'repair'
  | 'help'
  | 'no-delivery'
  | 'no-answer'
  | 'no-path';

export interface LadderStep {
  readonly kind: StepKind;
  /** Where an arrow begins and ends; a state has none. */
  readonly from?: Lane;
  readonly to?: Lane;
  /** Whose state it is, where both ends are known. */
  readonly at?: Lane;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Milliseconds since the step before; 0 for the first. */
  readonly afterMs: number;
  readonly verdict: 'ok' | 'slow' | 'missing';
  /** Of the message, as in the log. */
  readonly cause: string | undefined;
  /** Further particulars, as `host ⇄ relay · udp`. */
  readonly detail: string;
  /** How often it happened in a row. */
  readonly count: number;
}

/** Longer than that between two steps that follow from one another is slow. */
const SLOW_MS = 1_500;
/** What has not come by then is missing. */
const MISSING_MS = 4_000;

/** A step that has no neighbours yet. */
export type Found = Omit<LadderStep, 'afterMs' | 'verdict' | 'count'> & Partial<Pick<LadderStep, 'verdict'>>;

const SIGNALS = ['offer', 'answer', 'candidate'] as const;
const STATES: ReadonlyMap<string, StepKind> = new Map(
  (['connecting', 'connected', 'disconnected', 'failed', 'closed'] as const).map((state) => [state, state]),
);

/**
 * @param entries of one person, oldest first.
 * @param now milliseconds since 1970: what should have come by now is missing.
 */
export const stepsOf = (entries: readonly LogEntry[], now: number): LadderStep[] => timed(foundIn(entries, now));

/** The same, each by itself. */
export function foundIn(entries: readonly LogEntry[], now: number): Found[] {
  const found = entries.flatMap((entry) => stepOf(entry) ?? []);
  const openedAt = entries.findLast(({ text }) => text === 'link opened')?.time ?? -Infinity;
  const ofNewest = found.filter(({ time }) => time >= openedAt);
  return [...found, ...missing(ofNewest, now)].sort((one, other) => one.time - other.time);
}

/** What a line of one end's log means to the ladder, as that end sees it. */
export function stepOf(entry: Pick<LogEntry, 'text' | 'time' | 'cause' | 'detail'>): Found | undefined {
  const { text, time, cause, detail = {} } = entry;
  const at = { time, cause, detail: '' };
  for (const kind of SIGNALS) {
    if (text === `${kind} sent`) return { ...at, kind, from: 'you', to: 'server' };
    if (text === `${kind} received`) return { ...at, kind, from: 'other', to: 'you', detail: candidateType(detail) };
    if (text === `${kind} acknowledged`) return { ...at, kind: 'delivered', from: 'server', to: 'other', detail: kind };
    if (text === `${kind} refused`) return { ...at, kind: 'refused', detail: `${kind} · ${String(detail['code'])}` };
  }
  const state = wordIn(detail, 'state');
  if (text === 'gathering' && state === 'gathering') return { ...at, kind: 'gathering' };
  if (text === 'ICE state' && state === 'checking') return { ...at, kind: state };
  const kind = text === 'connection' ? STATES.get(state) : undefined;
  if (kind) return { ...at, kind };
  if (text === 'path chosen') return { ...at, kind: 'path', detail: pathIn(detail) };
  // Ending it oneself changes no state that browsers would tell of.
  if (text === 'link closed') return { ...at, kind: 'closed' };
  if (text === 'repair') return { ...at, kind: 'repair' };
  if (text === 'server for candidates did not help')
    return { ...at, kind: 'help', detail: wordIn(detail, 'errorText') };
  return undefined;
}

/** The first that ought to have followed and did not: that an offer was delivered, its answer, a path once both are known. */
function missing(found: readonly Found[], now: number): Found[] {
  const gap = (kind: StepKind, since: Found): Found[] => [
    { kind, time: since.time + MISSING_MS, cause: since.cause, detail: '', verdict: 'missing' },
  ];
  const over = found.some(({ kind }) => kind === 'closed');
  const late = (step: Found) => !over && now - step.time > MISSING_MS;
  // Either end's: whoever answers has given up an offer of its own.
  const answeredAt = found.findLast(({ kind }) => kind === 'answer')?.time ?? -Infinity;
  // The first one: an unanswered offer is sent again and again.
  const offer = found.find(({ kind, from, time }) => kind === 'offer' && from === 'you' && time > answeredAt);
  if (offer && late(offer)) {
    const told = found.some(({ kind, cause }) => (kind === 'delivered' || kind === 'refused') && cause === offer.cause);
    // Whether there is a path is told only once both ends know what the other offers.
    return gap(told ? 'no-answer' : 'no-delivery', offer);
  }
  const begun = found.findLast(({ kind }) => kind === 'connecting' || kind === 'checking');
  const ended = found.some(
    ({ kind, time }) => (kind === 'connected' || kind === 'failed') && time >= (begun?.time ?? 0),
  );
  return begun && late(begun) && !ended ? gap('no-path', begun) : [];
}

/** With the time from each to the next; the same several times in a row is one. */
export function timed(found: readonly Found[]): LadderStep[] {
  const steps: LadderStep[] = [];
  // Of the newest of those that are one.
  let lastAt = 0;
  for (const step of found) {
    const before = steps.at(-1);
    if (before && before.kind === step.kind && before.from === step.from && step.kind === 'candidate') {
      steps[steps.length - 1] = { ...before, count: before.count + 1, detail: both(before.detail, step.detail) };
      lastAt = step.time;
      continue;
    }
    const afterMs = before ? step.time - lastAt : 0;
    lastAt = step.time;
    const follows = ['answer', 'delivered', 'relayed', 'arrived', 'connected', 'path'].includes(step.kind);
    const verdict = step.verdict ?? (follows && afterMs > SLOW_MS ? 'slow' : 'ok');
    steps.push({ ...step, afterMs, verdict, count: 1 });
  }
  return steps;
}

const both = (one: string, other: string): string =>
  [...new Set([...one.split(', '), ...other.split(', ')])].filter(Boolean).join(', ');

type Detail = Readonly<Record<string, unknown>>;

const candidateType = (detail: Detail): string => / typ (\w+)/.exec(wordIn(detail, 'candidate'))?.[1] ?? '';

const pathIn = (detail: Detail): string =>
  `${wordIn(detail, 'local')} ⇄ ${wordIn(detail, 'remote')} · ${wordIn(detail, 'protocol')} · ${Number(detail['rttMs'])} ms`;

/** The field, if it is text; else empty. */
export function wordIn(detail: Detail, name: string): string {
  const value = detail[name];
  return typeof value === 'string' ? value : '';
}
