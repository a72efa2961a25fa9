import { beforeEach, describe, expect, it } from '@jest/globals';
import { LIMITS, type LinkQuality, type Reply, type ReportMessage } from '@video-room/protocol';
import { FakeEngine } from '../engine/fake/fake-engine.js';
import { LinkReporter } from './link-reporter.js';

type Stats = Record<string, unknown>[];

const reportOf = (...stats: Stats) =>
  new Map(
    stats.map((stat, n) => [typeof stat['id'] === 'string' ? stat['id'] : String(n), stat]),
  ) as unknown as RTCStatsReport;

const PATH: Stats = [
  { type: 'transport', selectedCandidatePairId: 'pair' },
  { id: 'pair', type: 'candidate-pair', state: 'succeeded', localCandidateId: 'here', remoteCandidateId: 'there' },
  { id: 'here', type: 'local-candidate', candidateType: 'host' },
  { id: 'there', type: 'remote-candidate', candidateType: 'srflx' },
];
const relayed = PATH.map((stat) => (stat['id'] === 'there' ? { ...stat, candidateType: 'relay' } : stat));
const picture = (more: object = {}) => ({ type: 'inbound-rtp', kind: 'video', framesDecoded: 30, ...more });

const refusedBy = (code: 'not-allowed' | 'rate-limited'): Reply => ({
  ok: false,
  error: { code, message: code },
});

describe('reporting how links do', () => {
  let now: number;
  let engine: FakeEngine;
  let sent: ReportMessage[];
  let reply: Reply;
  let withPictures: Set<string>;
  let reporter: LinkReporter;

  beforeEach(() => {
    now = 100_000;
    engine = new FakeEngine();
    sent = [];
    reply = { ok: true };
    withPictures = new Set(['ada', 'ben']);
    reporter = new LinkReporter({
      engine,
      send: (report) => {
        sent.push(report);
        return Promise.resolve(reply);
      },
      sendsPicture: (peer) => withPictures.has(peer),
      sinceMs: 98_000,
      now: () => now,
    });
  });

  const link = (peer: string, phase: 'connecting' | 'connected' | 'failed' | undefined) =>
    engine.say('link', { peer, phase });

  function sample(reports: Record<string, RTCStatsReport>, qualities: Record<string, LinkQuality> = {}): void {
    now += 2_000;
    reporter.take(new Map(Object.entries(reports)), new Map(Object.entries(qualities)));
  }

  it('tells of a first picture at once: from when its link opened, before the reporter was there or after', () => {
    sample({ ada: reportOf(...PATH, picture({ totalInterFrameDelay: 1.2 })) });
    // Opened at 98,000, the first picture 1.2 s before 102,000.
    expect(sent).toEqual([{ firstFrameMs: [2_800], paths: { direct: 1 }, seconds: { good: 2 } }]);
    now += 60_000;
    link('ben', 'connecting');
    sample({ ben: reportOf(...relayed, picture({ totalInterFrameDelay: 0.5 })) });
    expect(sent.at(-1)).toEqual({ firstFrameMs: [1_500], paths: { relayed: 1 }, seconds: { good: 10 } });
  });

  it('takes the time to a first picture only where one was on its way, and the browser says when it came', () => {
    withPictures.clear();
    sample({ ada: reportOf(picture({ totalInterFrameDelay: 1 })) });
    withPictures.add('ben').add('cyd');
    sample({ ben: reportOf(picture()), cyd: reportOf(picture({ framesDecoded: 0, totalInterFrameDelay: 0 })) });
    reporter.flush();
    expect(sent).toEqual([]);
  });

  it('is otherwise done every ten minutes and at the end, with what came since', () => {
    withPictures.clear();
    const qualities = { ada: 'poor', ben: 'fair' } as const;
    for (let n = 0; n < 270; n += 1) sample({ ada: reportOf(...PATH), ben: reportOf(...PATH) }, qualities);
    expect(sent).toEqual([{ paths: { direct: 2 }, seconds: { poor: 540, fair: 540 } }]);
    sample({ ada: reportOf(...PATH) });
    reporter.flush();
    expect(sent[1]).toEqual({ seconds: { good: 2 } });
    reporter.flush();
    expect(sent).toHaveLength(2);
  });

  it('counts freezes by how much more there are', () => {
    const frozen = (freezeCount: number, totalFreezesDuration: number) =>
      reportOf({ type: 'inbound-rtp', kind: 'video', freezeCount, totalFreezesDuration });
    sample({ ada: frozen(1, 0.4) });
    sample({ ada: frozen(3, 1.5) });
    sample({ ada: frozen(3, 1.5) });
    // Streams that end take theirs with them.
    sample({ ada: frozen(0, 0) });
    reporter.flush();
    expect(sent).toEqual([{ freezes: { count: 3, ms: 1_500 } }]);
  });

  it.each([
    ['no-candidates', []],
    ['no-candidates', [{ type: 'local-candidate', candidateType: 'relay' }]],
    ['no-relay', [{ type: 'local-candidate', candidateType: 'host' }, { type: 'remote-candidate' }]],
    ['no-path', [{ type: 'remote-candidate', candidateType: 'relay' }]],
    ['lost', PATH],
  ] as [string, Stats][])('says of a link that failed: %s', (reason, stats) => {
    link('ada', 'connecting');
    sample({ ada: reportOf(...stats) });
    link('ada', 'failed');
    sample({});
    expect(sent.at(-1)?.failures).toEqual({ [reason]: 1 });
  });

  it('says the same of a link of which there was no sample, and that failures are news at most once a minute', () => {
    for (const peer of ['ada', 'ben']) link(peer, 'failed');
    sample({});
    expect(sent).toEqual([{ failures: { 'no-candidates': 2 } }]);
    link('ada', 'failed');
    for (let n = 0; n < 29; n += 1) sample({});
    expect(sent).toHaveLength(1);
    sample({});
    expect(sent).toHaveLength(2);
  });

  it('stays within what the server takes, and counts no sleep', () => {
    now += 8 * 3_600_000;
    sample({ ada: reportOf(...PATH, picture({ totalInterFrameDelay: 0 })) });
    for (let n = 0; n < 300; n += 1) link(`p${n}`, 'failed');
    reporter.flush();
    expect(sent).toEqual([
      { paths: { direct: 1 }, seconds: { good: 10 } },
      { failures: { 'no-candidates': LIMITS.reportedLinks } },
    ]);
  });

  async function failTwice(): Promise<void> {
    for (let time = 0; time < 2; time += 1) {
      link('ada', 'failed');
      reporter.flush();
      await Promise.resolve();
    }
  }

  it('ends when the server wants no more', async () => {
    reply = refusedBy('not-allowed');
    await failTwice();
    expect(sent).toHaveLength(1);
  });

  it('goes on when one report was too many', async () => {
    reply = refusedBy('rate-limited');
    await failTwice();
    expect(sent).toHaveLength(2);
  });
});
