import { describe, expect, it } from '@jest/globals';
import { fakeReport } from './fake-report.js';
import { LOOKS_KEPT, StatsRecorder } from './stats-recorder.js';

describe('the record of reports', () => {
  it('has a column for each value, with its times', () => {
    const recorder = new StatsRecorder();
    for (const seconds of [2, 4, 6]) recorder.take(fakeReport({ seconds, inKbps: 800 }));
    const dump = recorder.dump();
    expect(dump['P-bytesReceived']).toEqual({
      startTime: '2023-11-14T22:13:22.000Z',
      endTime: '2023-11-14T22:13:26.000Z',
      statsType: 'candidate-pair',
      values: '[200000,400000,600000]',
    });
    expect(dump['IV-kind']?.values).toBe('["video","video","video"]');
    expect(dump['IV-timestamp']?.statsType).toBe('inbound-rtp');
    expect(dump['IV-id']).toBeUndefined();
  });

  it('forgets what is no more, and never has what would tell who it is', () => {
    const recorder = new StatsRecorder();
    const gone = new Map([
      ['X', { id: 'X', type: 'local-candidate', timestamp: 1_700_000_000_000, port: 9, usernameFragment: 'abcd' }],
    ]);
    recorder.take(gone);
    expect(Object.keys(recorder.dump())).toEqual(['X-timestamp', 'X-port']);
    recorder.take(fakeReport({ seconds: 301 }));
    expect(recorder.dump()).not.toHaveProperty('X-port');
  });

  it('keeps the last minutes only', () => {
    const recorder = new StatsRecorder();
    for (let look = 1; look <= LOOKS_KEPT + 10; look += 1) recorder.take(fakeReport({ seconds: look * 2 }));
    const column = recorder.dump()['P-bytesSent'];
    expect((JSON.parse(column?.values ?? '') as number[]).length).toBe(LOOKS_KEPT);
    expect(Date.parse(column?.endTime ?? '') - Date.parse(column?.startTime ?? '')).toBe((LOOKS_KEPT - 1) * 2000);
  });
});
