/** Ten thousand random interleavings of what both sides may do, must not do, and suffer. */
import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { CallsModel, DEVICES, type Act, type Step } from './calls-model.js';
import { RING_MS } from './calls-under-test.js';

const device = fc.nat(DEVICES.length - 1);
// Mostly one of the newest, which are those that something can still happen to.
const call = fc.oneof({ weight: 5, arbitrary: fc.nat(1) }, { weight: 1, arbitrary: fc.nat(9) });

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('request' as const), who: device, whom: device }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('accept rightly' as const), who: device, call }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('accept', 'hang-up'), who: device, call }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decline' as const), who: device, call }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('forge' as const), who: device, whom: device, call, how: fc.nat(7) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('lose', 'come back', 'come back'), who: device }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('leave' as const),
      who: device,
      reason: fc.constantFrom('left', 'lost', 'removed'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      who: device,
      addUp: fc.boolean(),
      doNotDisturb: fc.nat(4).map((n) => n === 0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 20_000, RING_MS, 60_000) }),
  },
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(act, fc.boolean()).map(([one, together]) => ({ ...one, together })),
  { minLength: 5, maxLength: 30, size: 'max' },
);

describe('whatever happens', () => {
  it.each([
    ['call', 6000],
    ['meeting', 2000],
    ['broadcast', 2000],
  ] as const)(
    'calls in a room of kind %s end once, alike on both sides, by those whose they are',
    async (kind, runs) => {
      const property = fc.asyncProperty(fc.boolean(), steps, (callsAddUp, all) =>
        new CallsModel(kind, callsAddUp).run(all),
      );
      await fc.assert(property, { numRuns: runs });
    },
    // Seconds of computing by itself; on a machine that is busy with something else, more than a test usually takes.
    300_000,
  );
});
