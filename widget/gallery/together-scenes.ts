/** Raised hands, reactions, questions of those who moderate, and the list of people, as worth looking at. */
import { DEFAULT_CHOICES, NO_MEDIA, type ParticipantRecord } from '@video-room/protocol';
import { fakeCall, FAKE_ROOM, fakePerson } from '../src/controllers/fake-session.js';
import { meet, type Scene, type Stage, waitFor } from './meeting.js';

function change({ session }: Stage, id: string, record: Partial<ParticipantRecord>): void {
  const person = session.state.participants.get(id);
  if (person) session.act({ type: 'participant', participant: { ...person, ...record } });
}

const raise = (stage: Stage, id: string, handRaisedAt: number) =>
  change(stage, id, { choices: { ...DEFAULT_CHOICES, handRaised: true }, handRaisedAt });

async function loaded(stage: Stage): Promise<ShadowRoot> {
  const root = stage.element.shadowRoot!;
  await waitFor(() => root.querySelector('[slot=hand]'));
  await waitFor(() => root.querySelector('[slot=people]'));
  return root;
}

async function together(stage: Stage, count: number): Promise<ShadowRoot> {
  await meet(stage, count);
  return loaded(stage);
}

async function moderate(stage: Stage): Promise<void> {
  const rights = { ...fakePerson('x', 'x').rights, admin: true };
  change(stage, 'p0', { rights });
  await stage.element.updateComplete;
}

async function listed(stage: Stage, count: number): Promise<ShadowRoot> {
  const root = await together(stage, count);
  raise(stage, 'p3', 10);
  raise(stage, 'p1', 20);
  change(stage, 'p4', { connection: 'away', media: NO_MEDIA });
  stage.session.act({ type: 'link', peer: 'p4', phase: 'interrupted' });
  stage.element.togglePanel('people', true);
  const panel = await waitFor(() => root.querySelector('vr-people-panel'));
  await panel.updateComplete;
  return panel.shadowRoot!;
}

async function openMenu(panel: ShadowRoot): Promise<void> {
  (await waitFor(() => panel.querySelector<HTMLElement>('[data-person=p3] .options'))).click();
  await waitFor(() => panel.querySelector('vr-menu')?.shadowRoot?.querySelector('button'));
}

export const TOGETHER_SCENES: Readonly<Record<string, Scene>> = {
  hands: async (stage) => {
    await together(stage, 5);
    raise(stage, 'p3', 10);
    raise(stage, 'p0', 20);
    raise(stage, 'p4', 30);
    stage.session.act({ type: 'link', peer: 'p4', phase: 'interrupted' });
  },
  reactions: async (stage) => {
    const root = await together(stage, 5);
    for (const [id, emoji] of [
      ['p1', '👏'],
      ['p1', '🎉'],
      ['p2', '😂'],
      ['p0', '❤️'],
    ] as const) {
      const from = { participant: id, identity: id, name: id };
      stage.session.pass({ type: 'reaction', payload: { from, emoji } });
    }
    stage.element.shadowRoot
      ?.querySelector<HTMLElement>('[slot=reactions]')
      ?.shadowRoot?.querySelector('button')
      ?.click();
    await waitFor(() => root.querySelector('vr-reactions')?.shadowRoot?.querySelector('button'));
  },
  'asked-to-unmute': async (stage) => {
    const root = await together(stage, 3);
    stage.element.microphone = 'off';
    const by = { participant: 'p1', identity: 'p1', name: 'Ben Okoro' };
    stage.session.pass({ type: 'moderated', payload: { act: 'ask-to-unmute', source: 'microphone', by } });
    await waitFor(() => root.querySelector('vr-question')?.shadowRoot?.querySelector('button'));
  },
  'muted-by': async (stage) => {
    const root = await together(stage, 3);
    stage.element.microphone = 'off';
    const by = { participant: 'p1', identity: 'p1', name: 'Ben Okoro' };
    stage.session.pass({ type: 'moderated', payload: { act: 'mute', source: 'microphone', by } });
    await waitFor(() => root.querySelector('[part~=together-note]'));
  },
  people: async (stage) => void (await listed(stage, 5)),
  'people-moderating': async (stage) => {
    const panel = await listed(stage, 5);
    await moderate(stage);
    await openMenu(panel);
  },
  'people-volume': async (stage) => {
    const panel = await listed(stage, 5);
    await openMenu(panel);
    panel.querySelector('vr-menu')?.shadowRoot?.querySelector<HTMLElement>('[part~=menu-item-volume]')?.click();
    await waitFor(() => panel.querySelector('[part=volume-slider]'));
  },
  'people-many': async (stage) => {
    await listed(stage, 16);
    await moderate(stage);
    stage.session.act({ type: 'room', room: { ...FAKE_ROOM, access: 'closed' } });
    const caller = { identity: 'rui', name: 'Rui Costa' };
    stage.session.act({ type: 'call', call: fakeCall('k', { kind: 'knock', caller }) });
  },
  'people-removing': async (stage) => {
    const panel = await listed(stage, 5);
    await moderate(stage);
    await openMenu(panel);
    panel.querySelector('vr-menu')?.shadowRoot?.querySelector<HTMLElement>('[part~=menu-item-remove]')?.click();
    await waitFor(() => panel.querySelector('vr-question')?.shadowRoot?.querySelector('button'));
  },
};
