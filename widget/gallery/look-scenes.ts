/** What can be made of the element with its contract alone, as docs/styling.md shows it. */
import { NO_MEDIA } from '@video-room/protocol';
import { fakePerson } from '../src/controllers/fake-session.js';
import { meet, paintFace, type Scene, type Stage, waitFor } from './meeting.js';
import { PANEL_SCENES } from './panel-scenes.js';

/** Until the buttons are there that are loaded later. */
async function withButtons({ element }: Stage, ...names: string[]) {
  for (const name of names) await waitFor(() => element.shadowRoot?.querySelector(`vr-bar [slot=${name}]`));
}

/** The page's own style, until the next scene. */
async function wear(name: string, background: string) {
  const response = await fetch(new URL(`./looks/${name}.css`, import.meta.url), { headers: { accept: 'text/css' } });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${await response.text()} body { background: ${background} }`);
  document.adoptedStyleSheets = [sheet];
}

async function properties(stage: Stage) {
  await wear('properties', '#2b1b3d');
  stage.element.theme = 'dark';
  await PANEL_SCENES['chat']?.(stage);
}

async function support(stage: Stage) {
  const { element } = stage;
  await wear('support', '#f3f4f8');
  element.setAttribute('controls', 'microphone camera chat leave');
  element.theme = 'light';
  await meet(stage, 2);
  await withButtons(stage, 'chat');
}

async function classroom(stage: Stage) {
  const { element, session } = stage;
  await wear('classroom', '#f6f1e4');
  element.theme = 'light';
  element.layout = 'sidebar';
  element.setAttribute('controls', 'microphone camera hand chat people leave');
  await meet(stage, 5);
  await withButtons(stage, 'hand', 'chat', 'people');
  element.pin('p1');
  const teacher = Object.assign(document.createElement('strong'), {
    textContent: 'Teacher',
    slot: 'tile-overlay-p1@example.org',
  });
  teacher.style.cssText =
    'display:inline-block; margin:12px; padding:4px 10px; background:#a8461c; color:#fff; border-radius:4px';
  element.append(teacher);
  const raised = fakePerson('p3', 'Eve Laurent', { media: { ...NO_MEDIA, microphone: true, camera: true } });
  session.act({
    type: 'participant',
    participant: { ...raised, choices: { ...raised.choices, handRaised: true }, handRaisedAt: 1 },
  });
}

async function cinema(stage: Stage) {
  const { element, session } = stage;
  await wear('cinema', '#000');
  element.theme = 'dark';
  element.setAttribute('controls', 'microphone camera reactions leave');
  await meet(stage, 3);
  await withButtons(stage, 'reactions');
  session.act({
    type: 'participant',
    participant: fakePerson('p1', 'Ben Okoro', {
      media: { ...NO_MEDIA, microphone: true, camera: true, screen: true },
    }),
  });
  session.act({ type: 'track', peer: 'p1', source: 'screen', track: await paintFace(4) });
}

async function slots(stage: Stage) {
  const { element } = stage;
  const place = (slot: string, text: string) => {
    const mark = Object.assign(document.createElement('button'), { slot, textContent: text });
    mark.style.cssText =
      'font: 600 13px system-ui; margin: 8px; padding: 8px 12px; border: 2px dashed #f2b84b; border-radius: 8px; background: #2a1e05; color: #f2b84b';
    element.append(mark);
  };
  await meet(stage, 3);
  await withButtons(stage, 'chat');
  place('toolbar-start', 'toolbar-start');
  place('toolbar-end', 'toolbar-end');
  place('tile-overlay-p1@example.org', 'tile-overlay-ben');
}

export const LOOK_SCENES: Readonly<Record<string, Scene>> = {
  'look-properties': properties,
  'look-support': support,
  'look-classroom': classroom,
  'look-cinema': cinema,
  slots,
};
