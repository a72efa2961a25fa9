/** Whom the log can be filtered by: everyone, oneself, and each other person once, however often it came back. Pure. */
import type { LogPerson } from '../../controllers/log-filter.js';
import { debugWords } from '../../text/en-debug.js';

export interface PersonChip {
  label: string;
  /** What to filter by: empty, `you`, or an identity, which covers every id that person has had. */
  value: string;
  /** Filters that mean this person, in lower case. */
  words: Set<string>;
}

/** @param people the newest last; a person is called what it was called last. */
export function chipsOf(people: Iterable<LogPerson>): PersonChip[] {
  const chips = new Map<string, PersonChip>();
  const chip = (key: string, label: string, value: string, ...words: string[]) => {
    const made = chips.get(key) ?? { label, value, words: new Set() };
    made.label = label;
    for (const word of words) made.words.add(word.toLowerCase());
    chips.set(key, made);
  };
  chip('everyone', debugWords().everyone, '', '');
  chip('own', debugWords().you, 'you', 'you');
  for (const { id, identity, name, own } of people) {
    if (own) chip('own', debugWords().you, 'you', id, identity, name);
    else chip(`identity ${identity}`, name, identity, id, identity, name);
  }
  return [...chips.values()];
}
