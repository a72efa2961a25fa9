/**
 * The ladder of a connection of which both ends and the server have told: what the server did with each message, when it
 * really was sent and arrived at the other end, and what the other end saw of the connection. Pure.
 */
import type { LinkLine } from '../../core/timeline/room-timeline.js';
import { stepOf, timed, wordIn, type Found, type LadderStep, type StepKind } from './ladder-steps.js';

const DEEDS: Readonly<Record<string, StepKind>> = {
  'signal relayed': 'relayed',
  'signal held': 'held',
  'signal dropped': 'dropped',
};

/** Of candidates there are many: only what the server did not pass on at once is shown of theirs. */
const WHOLE_STORIES = new Set(['offer', 'answer']);

/** A step, and which other one it cannot come before, by name. */
interface Told extends Found {
  follows?: string;
  gives?: string;
}

/**
 * @param own what this end saw, oldest first.
 * @param lines what both ends and the server say, in their order, by this computer's clock.
 * @param you one's own participant id.
 */
export function bothEnds(own: readonly Found[], lines: readonly LinkLine[], you: string): LadderStep[] {
  const told = lines.flatMap((line) => (line.from === you ? [] : (toldBy(line, you) ?? [])));
  const names = new Set(told.flatMap(({ gives, follows = '' }) => [gives, follows].filter((name) => name)));
  const seen = own.flatMap((step) => ownStep(step, names) ?? []);
  return timed(interleave(seen, told));
}

/** A line of the server, or of the other end. */
function toldBy(line: LinkLine, you: string): Told | undefined {
  const { from, text, time, cause = '', person, detail = {} } = line;
  const deed = DEEDS[text];
  if (from === 'server') {
    const kind = wordIn(detail, 'kind');
    if (!deed || kind === 'view' || (deed === 'relayed' && !WHOLE_STORIES.has(kind))) return undefined;
    const sender = person === you ? 'you' : 'other';
    const words = [kind, wordIn(detail, 'reason')].filter(Boolean).join(' · ');
    const step: Told = { kind: deed, at: 'server', time, cause, detail: words };
    if (sender === 'you') step.follows = `sent ${cause}`;
    else if (deed === 'relayed') step.gives = `relayed ${cause}`;
    return step;
  }
  const step = stepOf({ text, time, detail, cause: line.cause });
  if (!step || step.kind === 'delivered' || step.kind === 'candidate') return undefined;
  if (step.from === 'you') return { ...step, from: 'other', to: 'server' };
  if (step.from === 'other') return { ...step, kind: 'arrived', from: 'server', to: 'other', detail: step.kind };
  return { ...step, at: 'other' };
}

/** What this end saw, beside what the others say. @param names of what they say. */
function ownStep(step: Found, names: ReadonlySet<string | undefined>): Told | undefined {
  const { kind, from, cause = '' } = step;
  const sent = `sent ${cause}`;
  const relayed = `relayed ${cause}`;
  // The server says so itself, and when.
  if (kind === 'delivered') return names.has(sent) ? undefined : step;
  if (from === 'you') return { ...step, gives: sent };
  if (from === 'other') {
    if (!names.has(relayed)) return step;
    return { ...step, kind: 'arrived', from: 'server', to: 'you', detail: kind, follows: relayed };
  }
  return step.verdict === 'missing' ? step : { ...step, at: 'you' };
}

/** Both in one order: each keeps its own, what follows from the other comes after it, and else times decide. */
function interleave(own: readonly Told[], told: readonly Told[]): Found[] {
  const pending = new Set([...own, ...told].flatMap(({ gives }) => gives ?? []));
  const waits = (step: Told) => step.follows !== undefined && pending.has(step.follows);
  const all: Found[] = [];
  for (let [mine, theirs] = [0, 0]; mine < own.length || theirs < told.length;) {
    const [one, other] = [own[mine], told[theirs]];
    const isOwn = !other || (!!one && (waits(one) === waits(other) ? one.time <= other.time : waits(other)));
    const next = isOwn ? one : other;
    if (isOwn) mine += 1;
    else theirs += 1;
    if (!next) continue;
    if (next.gives !== undefined) pending.delete(next.gives);
    all.push(next);
  }
  return all;
}
