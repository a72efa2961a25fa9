/**
 * The order of Jest's files: those first that take longest, so that none of them is left over for one worker alone in the
 * end. Jest knows that by itself from the second run on, but a fresh checkout has no first.
 */
import Sequencer from '@jest/test-sequencer';

const LONGEST = ['calls.model', 'authorization', 'run-preflight', 'rooms-model', 'floods.attack'];

const isLong = ({ path }) => LONGEST.some((name) => path.endsWith(`${name}.spec.ts`));

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
