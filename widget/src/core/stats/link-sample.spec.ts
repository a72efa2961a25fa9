import { describe, expect, it } from '@jest/globals';
import { fakeReport } from './fake-report.js';
import { LinkHistory, SAMPLES_KEPT } from './link-history.js';
import { sampleOf } from './link-sample.js';

describe('a sample of a link', () => {
  it('tells path, states, rates, sizes and codecs of both directions', () => {
    const flow = { inKbps: 1000, outKbps: 500, rttMs: 61, local: 'relay', remote: 'srflx', protocol: 'tcp' };
    const sample = sampleOf(fakeReport({ ...flow, seconds: 4 }), fakeReport({ ...flow, seconds: 2 }));
    expect(sample).toMatchObject({
      local: { type: 'relay', protocol: 'tcp' },
      remote: { type: 'srflx', protocol: 'tcp' },
      ice: 'connected',
      dtls: 'connected',
      rttMs: 61,
      jitterMs: 3,
      inKbps: 1000,
      outKbps: 500,
      roomKbps: 2400,
      limitation: undefined,
      videoIn: { kbps: 950, width: 1280, height: 720, framesPerSecond: 30, codec: 'VP8' },
      videoOut: { kbps: 475, width: 960, height: 540, codec: 'VP8' },
      audioIn: { kbps: 32, codec: 'opus', width: undefined },
    });
  });

  it('counts all that comes, also over another path than its own, as the other end chooses for itself', () => {
    const over = (seconds: number) => {
      const report = new Map(fakeReport({ seconds, inKbps: 0 }));
      return report.set('Q', {
        ...report.get('P')!,
        id: 'Q',
        bytesReceived: seconds * 100_000,
        bytesSent: seconds * 25_000,
      });
    };
    expect(sampleOf(over(4), over(2))).toMatchObject({ inKbps: 800, outKbps: 1100 });
  });

  it('counts it also while no path is chosen', () => {
    const unchosen = (seconds: number) => {
      const report = new Map(fakeReport({ seconds, inKbps: 700 }));
      return report.set('T', { ...report.get('T')!, selectedCandidatePairId: undefined });
    };
    expect(sampleOf(unchosen(4), unchosen(2))).toMatchObject({ local: undefined, inKbps: 700 });
  });

  it('counts what was lost since the one before, not ever', () => {
    const lossy = fakeReport({ seconds: 10, lossIn: 0.2 });
    const before = fakeReport({ seconds: 8, lossIn: 0.2 });
    expect(sampleOf(lossy, before).lossIn).toBeCloseTo(0.4 * (1 / (2 + 1)), 1);
    expect(sampleOf(before, before).lossIn).toBe(0);
    expect(sampleOf(fakeReport({ seconds: 4, lossOut: 0.1 }), fakeReport({ seconds: 2 })).lossOut).toBe(0.1);
    const still = fakeReport({ seconds: 4, lossOut: 0.1 });
    expect(sampleOf(still, still).lossOut).toBe(0);
  });

  it('names why the browser holds back, and has no rates without a report before', () => {
    expect(sampleOf(fakeReport({ seconds: 4, limitation: 'cpu' }), undefined)).toMatchObject({
      limitation: 'cpu',
      inKbps: 0,
    });
  });

  it('stands a report without anything in it', () => {
    const sample = sampleOf(new Map(), undefined);
    expect(sample).toMatchObject({ local: undefined, rttMs: undefined, lossIn: 0, inKbps: 0, freezes: 0 });
  });
});

describe('the history of links', () => {
  it('keeps two minutes of each link that is still there', () => {
    const history = new LinkHistory();
    for (let look = 1; look <= SAMPLES_KEPT + 5; look += 1) {
      history.take(new Map([['ben', fakeReport({ seconds: look * 2 })]]));
    }
    expect(history.links.get('ben')).toHaveLength(SAMPLES_KEPT);
    expect(history.links.get('ben')?.at(-1)?.inKbps).toBe(1400);
    history.take(new Map([['chi', fakeReport({ seconds: 2 })]]));
    expect([...history.links.keys()]).toEqual(['chi']);
  });
});
