import { describe, expect, it } from '@jest/globals';
import { countersOf, healthBetween, type LinkHealth } from './link-health.js';
import { ownQuality, qualityOf, QualityMeter, type ConnectionQuality } from './quality.js';
import { QualityWatch } from './quality-watch.js';

const CALM: LinkHealth = { rttMs: 20, lossIn: 0, lossOut: 0, frozen: 0, roomBps: 2_000_000 };

type Stat = Record<string, unknown>;

const report = (...stats: Stat[]) =>
  new Map(stats.map((stat, index) => [typeof stat['id'] === 'string' ? stat['id'] : `${index}`, stat]));

const inbound = (packetsReceived: number, packetsLost: number, totalFreezesDuration = 0): Stat => ({
  type: 'inbound-rtp',
  packetsReceived,
  packetsLost,
  totalFreezesDuration,
});
const outbound = (packetsSent: number, kind = 'video'): Stat => ({
  type: 'outbound-rtp',
  id: 'out',
  kind,
  packetsSent,
});
const toldLost = (fractionLost: number): Stat => ({ type: 'remote-inbound-rtp', localId: 'out', fractionLost });
const path = (change: Stat): Stat => ({ type: 'candidate-pair', selected: true, ...change });

/** Of two seconds. */
const between = (before: Stat[], after: Stat[]) =>
  healthBetween(countersOf(report(...before), 0), countersOf(report(...after), 2_000));

describe('the health of a link', () => {
  it('is what happened between two reports, on all of its sections together', () => {
    const health = between(
      [inbound(100, 0), inbound(100, 20), outbound(50)],
      [
        inbound(160, 0),
        inbound(130, 30, 0.5),
        outbound(90),
        toldLost(0.05),
        path({ currentRoundTripTime: 0.25, availableOutgoingBitrate: 90_000 }),
      ],
    );
    expect(health).toEqual({ rttMs: 250, lossIn: 0.1, lossOut: 0.05, frozen: 0.25, roomBps: 90_000 });
  });

  it('is that of the path in use', () => {
    const other = { ...path({ currentRoundTripTime: 2 }), id: 'first' };
    const used = { ...path({ currentRoundTripTime: 0.02 }), id: 'second' };
    const transport = { type: 'transport', selectedCandidatePairId: 'second' };
    expect(between([], [other, used, transport]).rttMs).toBe(20);
    expect(between([], [{ type: 'remote-inbound-rtp', roundTripTime: 0.4 }]).rttMs).toBe(400);
  });

  it('is fine while nothing flows, and where packets thought lost came after all', () => {
    const still = [inbound(100, 5)];
    const calm = { rttMs: undefined, lossIn: 0, lossOut: 0, frozen: 0, roomBps: undefined };
    expect(between(still, still)).toEqual(calm);
    expect(between(still, [inbound(150, 2)]).lossIn).toBe(0);
    expect(between(still, [inbound(105, 10)]).lossIn).toBe(0);
  });

  it('does not follow what was said of a picture that is no longer sent', () => {
    const before = [outbound(500), toldLost(0.4), path({ availableOutgoingBitrate: 40_000 })];
    expect(between(before, before)).toMatchObject({ lossOut: 0, roomBps: undefined });
    const sound = [outbound(500, 'audio'), path({ availableOutgoingBitrate: 40_000 })];
    expect(between([], sound).roomBps).toBe(undefined);
  });
});

describe('quality', () => {
  it.each<[Partial<LinkHealth>, ConnectionQuality]>([
    [{}, 'good'],
    [{ rttMs: undefined, roomBps: undefined }, 'good'],
    [{ rttMs: 301 }, 'fair'],
    [{ rttMs: 801 }, 'poor'],
    [{ lossIn: 0.04 }, 'fair'],
    [{ lossOut: 0.04 }, 'fair'],
    [{ lossOut: 0.11 }, 'poor'],
    [{ frozen: 0.06 }, 'fair'],
    [{ frozen: 0.3 }, 'poor'],
    [{ roomBps: 100_000 }, 'fair'],
    [{ roomBps: 50_000 }, 'poor'],
  ])('of %j is %s', (change, quality) => {
    expect(qualityOf({ ...CALM, ...change })).toBe(quality);
  });

  it.each<[string, ConnectionQuality[]]>([
    ['becomes worse with the second bad sample', ['good', 'poor']],
    ['only as bad as both of them were', ['good', 'fair']],
  ])('%s', (_, [first, second]) => {
    const meter = new QualityMeter();
    expect(meter.add('poor')).toBe(first);
    expect(meter.add(second ?? 'good')).toBe(second);
  });

  it('is not made worse by one bad moment now and then', () => {
    const meter = new QualityMeter();
    for (const sample of ['poor', 'good', 'fair', 'good', 'poor', 'good'] as const) {
      expect(meter.add(sample)).toBe('good');
    }
  });

  it('becomes better after four good samples in a row, as good as the least of them', () => {
    const meter = new QualityMeter();
    meter.add('poor');
    meter.add('poor');
    for (const sample of ['good', 'good', 'good', 'poor', 'good', 'fair', 'good'] as const) {
      expect(meter.add(sample)).toBe('poor');
    }
    expect(meter.add('good')).toBe('fair');
  });

  it.each<[ConnectionQuality[], ConnectionQuality]>([
    [[], 'good'],
    [['poor'], 'poor'],
    [['poor', 'good'], 'good'],
    [['poor', 'fair'], 'fair'],
    [['poor', 'good', 'poor'], 'poor'],
    [['poor', 'good', 'poor', 'good'], 'good'],
  ])('of links that are %j says that the own network is %s', (links, own) => {
    expect(ownQuality(links)).toBe(own);
  });
});

describe('watching quality', () => {
  /** What each of these people's links loses of a hundred packets, sample by sample. */
  function watch(...samples: Record<string, number>[]) {
    const watch = new QualityWatch();
    return samples.map((losses, index) => {
      const reports = Object.entries(losses).map(
        ([person, lost]) => [person, report(inbound((100 - lost) * index, lost * index))] as const,
      );
      return Object.fromEntries(watch.take(new Map(reports), index * 2_000, 'me'));
    });
  }

  it('tells of people as they change, and of nobody who does well', () => {
    const sample = { ann: 20, ben: 0, chi: 0 };
    expect(watch(sample, sample, sample)).toEqual([{}, {}, { ann: 'poor' }]);
  });

  it("tells of one's own network when most suffer", () => {
    const sample = { ann: 20, ben: 5, chi: 0 };
    expect(watch(sample, sample, sample).at(-1)).toEqual({ ann: 'poor', ben: 'fair', me: 'fair' });
  });

  it('forgets whoever is gone, and begins anew with whoever comes back', () => {
    const sample = { ann: 20, ben: 0 };
    expect(watch(sample, sample, sample, { ben: 0 }, sample).slice(2)).toEqual([{ ann: 'poor' }, {}, {}]);
  });
});
