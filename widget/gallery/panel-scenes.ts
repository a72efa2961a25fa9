/** Every state of the panels beside the stage worth looking at. */
import type { ChatRecord, Speaker } from '@video-room/protocol';
import { VideoRoomError } from '../src/core/errors.js';
import { fakePerson } from '../src/controllers/fake-session.js';
import { meet, NAMES, type Scene, type Stage, waitFor } from './meeting.js';

const speaker = (index: number): Speaker => ({
  participant: `p${index}`,
  identity: `p${index}@example.org`,
  name: NAMES[index] ?? '',
});

/** Today, so that the pictures tell no date. */
const at = (hours: number, minutes: number) => new Date().setHours(hours, minutes, 0, 0);
let count = 0;
const says = (index: number, text: string, when: number, to?: number): ChatRecord => {
  count += 1;
  return { id: `m${count}`, at: when, from: speaker(index), text, ...(to !== undefined && { to: speaker(to) }) };
};

const TALK = [
  says(1, 'The draft is at https://example.org/docs/launch', at(12, 38)),
  says(3, 'Reading it now. Two small things on page 3.', at(12, 39)),
  says(0, 'Let us go through them together.', at(12, 40)),
];
const LONG = [
  ...TALK,
  says(2, 'The first:\n- the title is too long\n- nobody knows what “it” is', at(12, 41)),
  says(2, 'And the second is only a comma.', at(12, 41)),
  says(1, 'Can you take the numbers? I have them nowhere.', at(12, 42), 0),
  says(0, 'Yes, in ten minutes.', at(12, 42), 1),
  says(4, 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft', at(12, 44)),
  says(3, 'مرحبا، هل يمكنكم سماعي؟', at(12, 45)),
  says(1, '<img src=x onerror=alert(1)> is shown as it is written', at(12, 46)),
  says(2, 'Then we are done. Same time next week?', at(12, 48)),
  says(0, 'Same time, same place.', at(12, 49)),
  says(1, 'Thank you all!', at(12, 50)),
];

const write = ({ session }: Stage, messages: readonly ChatRecord[]) => session.act({ type: 'chat', messages });

const composer = ({ element }: Stage) =>
  element.shadowRoot?.querySelector('vr-chat')?.shadowRoot?.querySelector('vr-composer')?.shadowRoot;

async function chat(stage: Stage, messages: readonly ChatRecord[]) {
  await meet(stage, 5);
  await waitFor(() => stage.element.shadowRoot?.querySelector('[slot=chat]'));
  stage.element.panel = 'chat';
  await waitFor(() => composer(stage)?.querySelector('[role=status]'));
  write(stage, messages);
}

async function type(stage: Stage, text: string) {
  const field = await waitFor(() => composer(stage)?.querySelector('textarea'));
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

async function address(stage: Stage, index: number) {
  const select = await waitFor(() => composer(stage)?.querySelector('select'));
  select.value = `p${index}@example.org`;
  select.dispatchEvent(new Event('change'));
}

export const PANEL_SCENES: Readonly<Record<string, Scene>> = {
  'chat-empty': (stage) => chat(stage, []),
  chat: async (stage) => {
    await meet(stage, 4);
    stage.element.panel = 'chat';
    await waitFor(() => composer(stage)?.querySelector('[role=status]'));
    write(stage, TALK);
  },
  'chat-full': async (stage) => {
    await chat(stage, LONG.slice(0, 10));
    stage.element.panel = '';
    await stage.element.updateComplete;
    write(stage, LONG.slice(10));
    stage.element.panel = 'chat';
  },
  'chat-new-below': async (stage) => {
    // More than fits into the highest of stages.
    await chat(
      stage,
      [1, 2, 3].flatMap((round) => LONG.map((message) => ({ ...message, id: `${message.id}-${round}` }))),
    );
    const log = await waitFor(() =>
      stage.element.shadowRoot?.querySelector('vr-chat')?.shadowRoot?.querySelector('[role=log]'),
    );
    // Once the field below it has its height.
    await waitFor(() => log.scrollTop > 0);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    log.scrollTop = 0;
    await new Promise((resolve) => log.addEventListener('scroll', resolve, { once: true }));
    write(stage, [says(3, 'One more thing', at(12, 51)), says(3, 'and another', at(12, 51))]);
  },
  'chat-private': async (stage) => {
    await chat(stage, LONG.slice(0, 7));
    await address(stage, 1);
    await type(stage, 'Only between us:\nI have no numbers either.');
  },
  'chat-gone': async (stage) => {
    await chat(stage, TALK);
    await address(stage, 1);
    stage.session.act({ type: 'participant', participant: fakePerson('p1', 'Ben Okoro', { connection: 'left' }) });
  },
  'chat-refused': async (stage) => {
    await chat(stage, TALK);
    stage.session.refusal = new VideoRoomError('rate-limited', 'gallery');
    await type(stage, 'Hello? Hello?');
    composer(stage)?.querySelector('button')?.click();
    await waitFor(() => composer(stage)?.querySelector('.bad'));
  },
  'chat-long': async (stage) => {
    await chat(stage, TALK);
    await type(stage, 'Many words. '.repeat(160));
  },
  'chat-reconnecting': async (stage) => {
    await chat(stage, TALK);
    stage.session.act({ type: 'connection-lost' });
  },
  'chat-read-only': async (stage) => {
    await chat(stage, TALK);
    const { rights } = fakePerson('p0', 'Ann');
    const own = fakePerson('p0', 'Ann', { rights: { ...rights, publishData: false } });
    stage.session.act({ type: 'participant', participant: own });
  },
  'chat-unread': async (stage) => {
    await meet(stage, 3);
    await waitFor(() => stage.element.shadowRoot?.querySelector('[slot=chat]'));
    write(stage, TALK);
  },
};
