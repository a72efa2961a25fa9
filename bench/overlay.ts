/**
 * `npm run bench:overlay`: what the debug overlay costs a page in a call of four, and how smooth its log of ten thousand
 * lines is, beside a plain list, in turns. Ends with 1 if a bound is missed. docs/performance.md says how to read it.
 */
import type { Browser } from '@playwright/test';
import { launchBrowser } from './join/browser.js';
import { openPageServer } from './join/page-server.js';
import { callCost, VIEWS, type Part, type Share } from './overlay/call-cost.js';
import { smoothnessOf, type Motion, type Smoothness } from './overlay/list-smoothness.js';
import { describeMachine } from './report/machine.js';
import { median, ratios, spread } from './report/statistics.js';
import { printFigures, type Figure } from './report/table.js';
import { buildStale } from './servers/build-stale.js';
import { MeasuredServer, OURS } from './servers/measured-server.js';
import { roomToken } from './servers/tokens.js';

const ROUNDS = 5;
/** Percent of a core. */
const OPEN_BOUND = 3;
/** Less than two measurements of the same differ by. */
const CLOSED_BOUND = 1;
/** As many as the screen shows, but for one in ten; on a machine that has the time. */
const FRAMES_BOUND = 54;

buildStale();
const tellHowBusy = describeMachine();
const [server, pages] = await Promise.all([MeasuredServer.start(OURS), openPageServer()]);

async function withBrowsers<Result>(run: (own: Browser, others: Browser) => Promise<Result>): Promise<Result> {
  const [own, others] = await Promise.all([launchBrowser(), launchBrowser()]);
  try {
    return await run(own, others);
  } finally {
    await Promise.all([own.close(), others.close()]);
  }
}

function costFigures(shares: Record<Part, Share[]>): Figure[] {
  const percent = (part: Part, of: keyof Share) => shares[part].map((share) => share[of] * 100);
  const told = (name: string, part: Part): Figure => ({
    name,
    measured:
      `${spread(percent(part, 'page'), 1)} % of a core, beside ${spread(percent(part, 'control'), 1)} % of another's; ` +
      `whole browser ${spread(percent(part, 'browser'))} %`,
  });
  // What changes for everybody in the course of the call falls out.
  const beyond = (part: Part) => median(shares[part].map(({ page, control }) => (page - control) * 100));
  const more = (part: Part) => beyond(part) - beyond('before');
  const judged = (name: string, part: Part, bound: number): Figure => ({
    name,
    measured: `${more(part).toFixed(1)} % of a core`,
    bound: `< ${bound} %`,
    met: more(part) < bound,
  });
  return [
    told('page in a call of 4, overlay never opened', 'before'),
    told('overlay closed again', 'closed'),
    ...VIEWS.map((view) => told(`overlay open, ${view}`, view)),
    judged('closed overlay, more than none', 'closed', CLOSED_BOUND),
    ...VIEWS.map((view) => judged(`open overlay, ${view}, more than none`, view, OPEN_BOUND)),
  ];
}

function listFigures(ours: readonly Smoothness[], plain: readonly Smoothness[]): Figure[] {
  const opening = (all: readonly Smoothness[]) => all.map(({ openMs }) => openMs);
  const motions = (['scrolling', 'growing'] as const).flatMap((how): Figure[] => {
    const name = how === 'scrolling' ? 'scrolled' : '200 lines a second coming in';
    const figure = (all: readonly Smoothness[], of: keyof Motion) => all.map((each) => each[how][of]);
    const told = (who: string, all: readonly Smoothness[]): Figure => ({
      name: `10,000 lines, ${name}, ${who}`,
      measured:
        `${spread(figure(all, 'framesPerSecond'))} frames/s, 95 % within ${spread(figure(all, 'slowFrameMs'))} ms, ` +
        `${spread(figure(all, 'frameCpuMs'), 1)} ms of CPU each`,
    });
    const frames = median(figure(ours, 'framesPerSecond'));
    return [
      told('overlay', ours),
      told('plain list', plain),
      {
        name: `10,000 lines, ${name}, frames/s, overlay`,
        measured: frames.toFixed(0),
        bound: `>= ${FRAMES_BOUND}`,
        met: frames >= FRAMES_BOUND,
      },
      {
        name: `10,000 lines, ${name}, CPU of a frame, overlay / plain list`,
        measured: spread(ratios(figure(ours, 'frameCpuMs'), figure(plain, 'frameCpuMs')), 2),
      },
    ];
  });
  const opened = `${spread(opening(ours))} ms, plain list ${spread(opening(plain))} ms`;
  return [{ name: 'opening 10,000 lines, overlay', measured: opened }, ...motions];
}

try {
  console.log('A call of 4 …');
  const element = {
    name: 'element',
    page: `${pages.origin}/element.html?server=${encodeURIComponent(server.origin)}`,
    place: async (room: string, identity: string) => ({
      server: server.origin,
      room,
      token: await roomToken(room, identity),
    }),
  };
  const shares = await withBrowsers((own, others) => callCost(own, others, element, ROUNDS));
  const [ours, plain]: [Smoothness[], Smoothness[]] = [[], []];
  await withBrowsers(async (browser) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      console.log(`10,000 lines, round ${round + 1} of ${ROUNDS} …`);
      const ourTurn = async () => ours.push(await smoothnessOf(browser, `${pages.origin}/log-element.html`));
      const plainTurn = async () => plain.push(await smoothnessOf(browser, `${pages.origin}/log-bare.html`));
      for (const turn of round % 2 === 0 ? [ourTurn, plainTurn] : [plainTurn, ourTurn]) await turn();
    }
  });
  tellHowBusy();
  if (!printFigures([...costFigures(shares), ...listFigures(ours, plain)])) process.exitCode = 1;
} finally {
  pages.close();
  await server.stop();
}
