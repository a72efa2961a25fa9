import { describe, expect, it } from '@jest/globals';
import { addFigure, inLongRun } from '../../../bench/report/long-run.js';
import { mutate, seededRandom } from '../test/mutations.js';
import { CANDIDATE_SEEDS, SDP_SEEDS } from '../test/sdp-seeds.js';
import { checkSignal } from './check-signal.js';
import * as LIMITS from './limits.js';

const ROUNDS = inLongRun(2_000, 100_000);

const offer = (sdp: string) => ({ link: 'l', seq: 1, kind: 'offer', sdp });
const candidate = (line: string) => ({ link: 'l', seq: 1, kind: 'candidate', candidate: { candidate: line } });

/** What must hold of a description that is let through, counted in another way than the check does. */
function faultOf(sdp: string): string | undefined {
  const lines = sdp.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  if (lines.length > LIMITS.sdpLines) return 'too many lines';
  if (lines.some((line) => line.length > LIMITS.sdpLineLength)) return 'a line too long';
  if (lines.filter((line) => line.startsWith('m=')).length > LIMITS.sdpSections) return 'too many sections';
  if (lines.filter((line) => line.startsWith('a=candidate')).length > LIMITS.candidates) return 'too many candidates';
  if ([...sdp].some((character) => character < ' ' && !'\t\r\n'.includes(character))) return 'a control character';
  return lines.every((line) => /^[a-z]=[^\r]*$/.test(line)) ? undefined : 'a line of no type';
}

describe('descriptions and candidates of strangers', () => {
  it.each(SDP_SEEDS)('are taken if they are honest: $name', ({ sdp }) => {
    expect(checkSignal(offer(sdp))).toEqual(offer(sdp));
  });

  it.each(CANDIDATE_SEEDS)('are taken if they are honest: %s', (line) => {
    expect(checkSignal(candidate(line))).toMatchObject(candidate(line));
  });

  it(`break nothing, bent in ${ROUNDS} ways, and none beyond the limits gets through`, () => {
    const random = seededRandom(8839);
    let taken = 0;
    let slowestMs = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const seed = SDP_SEEDS[round % SDP_SEEDS.length]?.sdp ?? '';
      const sdp = mutate(seed, random);
      const startedAt = performance.now();
      const signal = checkSignal(offer(sdp));
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
      if (!signal) continue;
      taken += 1;
      const fault = faultOf(sdp);
      if (fault) throw new Error(`round ${round} let through ${fault}`);
    }
    expect(taken).toBeGreaterThan(ROUNDS / 10);
    expect(taken).toBeLessThan(ROUNDS);
    addFigure({
      name: `mutated descriptions, ${ROUNDS}: refused`,
      measured: `${ROUNDS - taken}, the rest within limits`,
    });
    addFigure({ name: 'slowest check of one of them', measured: `${slowestMs.toFixed(1)} ms` });
  });

  it(`name no host and no port that cannot be, bent in ${ROUNDS} ways`, () => {
    const random = seededRandom(8445);
    for (let round = 0; round < ROUNDS; round += 1) {
      const line = mutate(CANDIDATE_SEEDS[round % CANDIDATE_SEEDS.length] ?? '', random);
      const signal = checkSignal(candidate(line));
      if (signal?.kind !== 'candidate' || line === '') continue;
      const [, , , , address = '', port] = line.split(' ');
      if (!/^[\x20-\x7e]+$/.test(line)) throw new Error(`round ${round} let through a strange character`);
      if (!(Number(port) <= 65_535)) throw new Error(`round ${round} let through port ${port}`);
      if (!/^[\d.]+$|^[\da-f:.]+$|^[\da-z-]+\.local$/i.test(address)) throw new Error(`round ${round}: ${address}`);
    }
  });
});
