/** What a page receives, as the browser counts it, and what becomes of it over a while. */
import type { Guest } from './guest.js';

export interface Received {
  at: number;
  frames: number;
  freezes: number;
  /** Of the sound, in samples. */
  samples: number;
  concealed: number;
  /** For how long it waited to be played, in seconds: the sum over all samples that were. */
  waited: number;
  emitted: number;
  bytes: number;
}

/** Over all connections so far. */
export const received = ({ page }: Guest): Promise<Received> =>
  page.evaluate(async () => {
    const reports = await Promise.all(window.peerConnections.map((connection) => connection.getStats()));
    const inbound = reports
      .flatMap((report) => [...(report as ReadonlyMap<string, Record<string, unknown>>).values()])
      .filter(({ type }) => type === 'inbound-rtp');
    const sum = (field: string, of = inbound) => of.reduce((all, stat) => all + Number(stat[field] ?? 0), 0);
    const sound = inbound.filter(({ kind }) => kind === 'audio');
    return {
      at: Date.now(),
      frames: sum('framesDecoded'),
      freezes: sum('freezeCount'),
      samples: sum('totalSamplesReceived'),
      concealed: sum('concealedSamples'),
      waited: sum('jitterBufferDelay', sound),
      emitted: sum('jitterBufferEmittedCount', sound),
      bytes: sum('bytesReceived'),
    };
  });

export interface Flow {
  picturesPerSecond: number;
  freezesPerMinute: number;
  /** Of the sound that was played, how much the browser had to make up, in 0..1. */
  concealment: number;
  /** For how long sound waited to be played; NaN if none was. */
  soundDelayMs: number;
  kbps: number;
}

export function flowBetween(before: Received, after: Received): Flow {
  const seconds = (after.at - before.at) / 1000;
  return {
    picturesPerSecond: (after.frames - before.frames) / seconds,
    freezesPerMinute: ((after.freezes - before.freezes) / seconds) * 60,
    concealment: (after.concealed - before.concealed) / Math.max(1, after.samples - before.samples),
    soundDelayMs: ((after.waited - before.waited) / (after.emitted - before.emitted)) * 1000,
    kbps: ((after.bytes - before.bytes) * 8) / 1000 / seconds,
  };
}
