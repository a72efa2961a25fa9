/** The layouts of the stage, as somebody would have chosen them. */
import type { VideoRoomElement } from '../src/index.js';
import { meet, type Scene, type Stage } from './meeting.js';
import { paintedTrack } from './painted-track.js';

const stageOf = (element: VideoRoomElement) => element.shadowRoot?.querySelector('vr-stage');

/** Until what is loaded later arranges the stage. */
async function arranged({ element }: Stage): Promise<void> {
  while (!stageOf(element)?.shadowRoot?.querySelector('vr-stage-controls')?.shadowRoot)
    await new Promise(requestAnimationFrame);
  await stageOf(element)?.updateComplete;
}

const grid =
  (count: number): Scene =>
  async (stage) => {
    await meet(stage, count);
    if (count > 1) await arranged(stage);
  };

const laidOut =
  (layout: VideoRoomElement['layout'], count: number): Scene =>
  async (stage) => {
    await meet(stage, count);
    stage.element.layout = layout;
    await arranged(stage);
  };

const pinned =
  (count: number, index: number): Scene =>
  async (stage) => {
    await meet(stage, count);
    stage.element.pin(`p${index}`);
    await arranged(stage);
  };

/** Screens shared by those people, one after the other; 0 is oneself. */
const shared =
  (count: number, ...indices: number[]): Scene =>
  async (stage) => {
    await meet(stage, count);
    for (const index of indices) {
      const track = await paintedTrack('slides');
      if (index === 0) stage.session.act({ type: 'screen', screen: { status: 'on', track } });
      else share(stage, index, track);
    }
    await arranged(stage);
  };

function share({ session }: Stage, index: number, track: MediaStreamTrack): void {
  const person = session.state.participants.get(`p${index}`);
  if (!person) return;
  const participant = { ...person, media: { ...person.media, screen: true } };
  session.act({ type: 'participant', participant });
  session.act({ type: 'track', peer: person.id, source: 'screen', track });
}

function press(stage: Stage, host: string, selector: string): void {
  const within = [stage.element.shadowRoot, stageOf(stage.element)?.shadowRoot];
  for (const root of within) {
    root?.querySelector(host)?.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
  }
}

export const LAYOUT_SCENES: Readonly<Record<string, Scene>> = {
  ...Object.fromEntries([1, 2, 3, 5, 9, 16].map((count) => [`layout-grid-${count}`, grid(count)])),
  ...Object.fromEntries([2, 5, 16].map((count) => [`layout-speaker-${count}`, laidOut('speaker', count)])),
  ...Object.fromEntries([2, 3, 5, 9, 16].map((count) => [`layout-sidebar-${count}`, laidOut('sidebar', count)])),
  'layout-pinned-5': pinned(5, 2),
  'layout-screen-2': shared(2, 1),
  'layout-screen-5': shared(5, 3),
  'layout-screens-9': shared(9, 1, 3),
  'layout-own-screen-3': shared(3, 0),
  'layout-second-page': async (stage) => {
    await laidOut('speaker', 16)(stage);
    press(stage, 'vr-stage-controls', 'nav .arrow:last-of-type');
  },
  'layout-own-hidden': async (stage) => {
    await laidOut('speaker', 5)(stage);
    press(stage, 'vr-stage-controls', '[part~=hide-own-button]');
  },
  'layout-mini': async (stage) => {
    stage.element.style.width = '240px';
    stage.element.style.height = '160px';
    await grid(5)(stage);
  },
  'layout-menu': async (stage) => {
    await laidOut('auto', 5)(stage);
    press(stage, 'vr-bar', '[part~=more-button]');
    await stage.element.updateComplete;
  },
};
