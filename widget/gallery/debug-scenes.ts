/** The debug overlay: each of its views in a call of four, one of whom has it hard. */
import { Logger } from '@video-room/log';
import { SAMPLES_KEPT } from '../src/core/stats/link-history.js';
import { fakeReport, type FakeFlow } from '../src/core/stats/fake-report.js';
import { meet, waitFor, type Scene, type Stage } from './meeting.js';
import { toldLadder, writeLadder, writeLog } from './written-log.js';

/** How it goes for each, at so many seconds. */
const FLOWS: Readonly<Record<string, (seconds: number) => Omit<FakeFlow, 'seconds'>>> = {
  p1: (at) => ({ inKbps: 1400 + 9 * Math.sin(at / 4), outKbps: 900 + 7 * Math.sin(at / 6), rttMs: 12 + (at % 6) }),
  p2: (at) => ({
    inKbps: 1100 + 6 * Math.sin(at / 7),
    outKbps: 860 + 5 * Math.cos(at / 5),
    rttMs: Math.round(38 + 6 * Math.sin(at / 4)),
    local: 'srflx',
    remote: 'srflx',
  }),
  p3: (at) => ({
    inKbps: 700 - at,
    outKbps: 400 + 4 * Math.sin(at / 6),
    rttMs: Math.round(61 + 20 * Math.abs(Math.sin(at / 9))),
    lossIn: 0.021,
    lossOut: 0.034,
    jitterMs: 24,
    local: 'relay',
    remote: 'srflx',
    protocol: 'tcp',
    width: 640,
    height: 360,
    framesPerSecond: 24,
    freezes: 3,
    limitation: 'bandwidth',
  }),
};

async function overlay(stage: Stage, view: string) {
  localStorage.setItem('video-room:debug', JSON.stringify({ dock: 'bottom', size: 55, view }));
  await meet(stage, 4);
  stage.session.act({ type: 'quality', quality: new Map([['p3', 'fair']]) });
  let at = Date.now() - 60_000;
  writeLog(new Logger(stage.element.debug.bus, { category: 'session' }, () => (at += 137)));
  for (let look = 1; look <= SAMPLES_KEPT; look += 1) {
    const seconds = look * 2;
    const reports = Object.entries(FLOWS).map(([id, flow]) => [id, fakeReport({ seconds, ...flow(seconds) })] as const);
    stage.session.history.take(new Map(reports));
  }
  stage.element.debugOpen = true;
  return waitFor(() => stage.element.shadowRoot?.querySelector('vr-debug')?.shadowRoot?.querySelector('.view > *'));
}

export const DEBUG_SCENES: Readonly<Record<string, Scene>> = {
  debug: async (stage) => void (await overlay(stage, 'log')),
  'debug-entry': async (stage) => {
    const log = await overlay(stage, 'log');
    const row = await waitFor(() => log.shadowRoot?.querySelectorAll<HTMLElement>('.row')[1]);
    row.click();
  },
  'debug-ladder': async (stage) => {
    writeLadder(stage.element.debug.bus, 'p3');
    await overlay(stage, 'ladder');
    stage.element.debug.filter({ person: 'p3' });
  },
  'debug-both-ends': async (stage) => {
    const { bus } = stage.element.debug;
    writeLadder(bus, 'p3');
    stage.session.links.timeline = { ofLink: () => Promise.resolve(toldLadder(bus, 'p3', 'p0')) };
    const ladder = await overlay(stage, 'ladder');
    stage.element.debug.filter({ person: 'p3' });
    await waitFor(() => ladder.shadowRoot?.querySelector('.at-other'));
  },
  'debug-connections': async (stage) => void (await overlay(stage, 'connections')),
  'debug-health': async (stage) => void (await overlay(stage, 'health')),
  'debug-beside': async (stage) => {
    const view = await overlay(stage, 'connections');
    const debug = (view.getRootNode() as ShadowRoot).host;
    for (const button of [...(debug.shadowRoot?.querySelectorAll<HTMLElement>('.tool') ?? [])].slice(2, 3))
      button.click();
  },
};
