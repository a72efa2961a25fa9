import { expect, fixture, html } from '@open-wc/testing';
import { NO_MEDIA } from '@video-room/protocol';
import type { PeopleAction, PeopleActionEvent } from '../../events/people-action.js';
import type { ListedPerson, PeopleView, PersonAct } from '../people-desk/people-view.js';
import type { VrPeoplePanel } from './vr-people-panel.js';
import './vr-people-panel.js';

const person = (id: string, change: Partial<ListedPerson> = {}): ListedPerson => ({
  id,
  name: `Name of ${id}`,
  own: false,
  role: undefined,
  media: { ...NO_MEDIA, microphone: true, camera: true },
  place: 0,
  status: 'here',
  acts: new Set<PersonAct>(['pin', 'volume']),
  ...change,
});

const VIEW: PeopleView = {
  people: [
    person('me', { own: true, role: 'moderator', acts: new Set() }),
    person('b', { place: 1, media: { ...NO_MEDIA, screen: true } }),
    person('c', { status: 'interrupted', acts: new Set<PersonAct>(['pin', 'volume', 'mute', 'lower-hand', 'remove']) }),
    person('d', { role: 'watcher', media: undefined, status: 'failed' }),
  ],
  pinned: 'c',
  volumeOf: () => 0.4,
  waiting: [{ call: 'k', name: 'Dov' }],
  moderating: { access: 'open', unlocked: 'open' },
};

async function show(change: Partial<PeopleView> = {}) {
  const frame = await fixture<HTMLElement>(html`<div><vr-people-panel></vr-people-panel></div>`);
  frame.style.cssText = 'width: 340px; height: 600px; display: grid; container-type: size';
  const panel = frame.querySelector<VrPeoplePanel>('vr-people-panel')!;
  panel.view = { ...VIEW, ...change };
  await panel.updateComplete;
  const asked: PeopleAction[] = [];
  panel.addEventListener('people-action', (event) => asked.push((event as PeopleActionEvent).action));
  const root = panel.shadowRoot!;
  const find = <Found extends HTMLElement>(selector: string) => root.querySelector<Found>(selector)!;
  const press = async (selector: string) => {
    find(selector).click();
    await panel.updateComplete;
  };
  const menu = () => root.querySelector('vr-menu');
  const choose = async (label: string) => {
    await menu()!.updateComplete;
    const entries = [...menu()!.shadowRoot!.querySelectorAll<HTMLElement>('[role^=menuitem]')];
    entries.find(({ textContent }) => textContent.trim() === label)!.click();
    await panel.updateComplete;
  };
  const answer = async (yes: boolean) => {
    const question = root.querySelector('vr-question')!;
    await question.updateComplete;
    question.shadowRoot!.querySelector<HTMLElement>(`[part=${yes ? 'yes' : 'no'}-button]`)!.click();
    await panel.updateComplete;
  };
  return { panel, root, asked, find, press, menu, choose, answer };
}

const settled = async (element: Element) => {
  const inside = [element, ...(element.shadowRoot?.children ?? [])];
  await Promise.all(inside.flatMap((each) => each.getAnimations().map(({ finished }) => finished)));
};

describe('vr-people-panel', () => {
  it('is accessible, with and without what those who moderate see, with its menu and its question', async () => {
    await expect((await show({ waiting: [], moderating: undefined })).panel).to.be.accessible();
    const made = await show();
    await expect(made.panel).to.be.accessible();
    await made.press('[data-person=c] .options');
    await settled(made.menu()!);
    await expect(made.panel).to.be.accessible();
    await made.choose('Remove');
    await settled(made.root.querySelector('vr-question')!);
    await expect(made.panel).to.be.accessible();
  });

  it('says how everybody stands, also to those who do not see', async () => {
    const { root } = await show();
    const said = [...root.querySelectorAll('li')].map((row) => [
      row.querySelector('.who')!.textContent.trim(),
      [...row.querySelectorAll('[role=img]')].map(({ ariaLabel }) => ariaLabel).join(', '),
    ]);
    expect(said).to.deep.equal([
      ['Name of meyouModerator', 'Camera on, Microphone on'],
      ['Name of b', 'Hand raised, number 1, Shares a screen, Camera off, Microphone off'],
      ['Name of cReconnecting…', 'Pinned, Camera on, Microphone on'],
      ['Name of dWatchingNo connection', ''],
    ]);
  });

  it('offers a menu of what may be done with a person, and nothing with oneself', async () => {
    const { find, press, choose, menu, asked, root } = await show();
    expect(find('[data-person=me] button')).to.equal(null);
    await press('[data-person=c] .options');
    await menu()!.updateComplete;
    const labels = [...menu()!.shadowRoot!.querySelectorAll('[role^=menuitem]')].map((each) => each.textContent.trim());
    expect(labels).to.deep.equal(['Unpin', 'Volume', 'Mute', 'Lower hand', 'Remove']);
    await choose('Unpin');
    expect(menu()).to.equal(null);
    expect((root.activeElement as HTMLElement).closest('li')!.dataset['person']).to.equal('c');
    for (const label of ['Mute', 'Lower hand']) {
      await press('[data-person=c] .options');
      await choose(label);
    }
    await press('[data-person=b] .options');
    await choose('Pin');
    expect(asked).to.deep.equal([
      { type: 'pin', id: undefined },
      { type: 'mute', id: 'c', source: 'microphone' },
      { type: 'lower-hand', id: 'c' },
      { type: 'pin', id: 'b' },
    ]);
  });

  it('has its menu within itself, wherever its button stands', async () => {
    const people = Array.from({ length: 12 }, (_, index) => person(`p${index}`));
    const { press, panel, menu } = await show({ people, waiting: [], moderating: undefined });
    for (const id of ['p0', 'p5', 'p9']) {
      await press(`[data-person=${id}] .options`);
      await menu()!.updateComplete;
      const [outer, inner] = [panel, menu()!].map((each) => each.getBoundingClientRect());
      expect(inner!.top >= outer!.top && inner!.bottom <= outer!.bottom, id).to.equal(true);
      expect(inner!.left >= outer!.left && inner!.right <= outer!.right, id).to.equal(true);
      await press(`[data-person=${id}] .options`);
      expect(menu()).to.equal(null);
    }
  });

  it('has its menu within itself where it is low, and all entries of it are reached', async () => {
    const { press, panel, menu, root } = await show();
    panel.parentElement!.style.height = '220px';
    const acts = new Set<PersonAct>(['pin', 'volume', 'mute', 'lower-hand', 'remove']);
    panel.view = {
      ...VIEW,
      people: VIEW.people.map((each) => ({ ...each, acts })),
      waiting: [],
      moderating: undefined,
    };
    await panel.updateComplete;
    for (const id of ['me', 'b', 'c']) {
      await press(`[data-person=${id}] .options`);
      await menu()!.updateComplete;
      await settled(menu()!.shadowRoot!.querySelector('.menu')!);
      const [outer, inner] = [panel, menu()!].map((each) => each.getBoundingClientRect());
      expect(inner!.top >= outer!.top && inner!.bottom <= outer!.bottom, id).to.equal(true);
      const entries = [...menu()!.shadowRoot!.querySelectorAll('[role^=menuitem]')];
      entries.at(-1)!.scrollIntoView({ block: 'nearest' });
      expect(entries.at(-1)!.getBoundingClientRect().bottom <= inner!.bottom, id).to.equal(true);
      await press(`[data-person=${id}] .options`);
    }
    expect(root.querySelector('vr-menu')).to.equal(null);
  });

  it('is as loud as one likes', async () => {
    const { press, choose, find, asked, root, panel } = await show();
    await press('[data-person=b] .options');
    await choose('Volume');
    const slider = find<HTMLInputElement>('[part=volume-slider]');
    expect(root.activeElement).to.equal(slider);
    expect([slider.value, slider.ariaLabel, slider.ariaValueText]).to.deep.equal(['40', 'Volume of Name of b', '40 %']);
    slider.value = '75';
    slider.dispatchEvent(new Event('input'));
    expect(asked).to.deep.equal([{ type: 'volume', id: 'b', volume: 0.75 }]);
    slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await panel.updateComplete;
    expect(find('[part=volume-slider]')).to.equal(null);
    expect((root.activeElement as HTMLElement).closest('li')!.dataset['person']).to.equal('b');
  });

  it('asks once more before somebody is removed, or all', async () => {
    const { press, choose, answer, asked, find, root } = await show();
    const remove = async () => {
      await press('[data-person=c] .options');
      await choose('Remove');
    };
    await remove();
    expect(root.querySelector('vr-question')!.question?.title).to.equal('Remove Name of c?');
    expect(find('.all').inert).to.equal(true);
    await answer(false);
    expect([asked.length, root.querySelector('vr-question')]).to.deep.equal([0, null]);
    await remove();
    await answer(true);
    await press('[part=end-button]');
    await answer(true);
    expect(asked).to.deep.equal([{ type: 'remove', id: 'c' }, { type: 'end' }]);
  });

  it('locks the room and gives back who might walk in, mutes all, lets in and declines', async () => {
    const { press, asked, panel, find } = await show();
    await press('[part=lock-switch]');
    await press('[part=mute-all-button]');
    await press('[part=admit-button]');
    await press('[part=refuse-button]');
    panel.view = { ...VIEW, moderating: { access: 'closed', unlocked: 'knock' } };
    await panel.updateComplete;
    expect(find('[part=lock-switch]').ariaChecked).to.equal('true');
    await press('[part=lock-switch]');
    expect(asked).to.deep.equal([
      { type: 'set-access', access: 'closed' },
      { type: 'mute-all' },
      { type: 'admit', call: 'k' },
      { type: 'decline', call: 'k' },
      { type: 'set-access', access: 'knock' },
    ]);
  });

  it('is searched where many are there', async () => {
    const people = Array.from({ length: 9 }, (_, index) => person(`p${index}`));
    const { panel, root, find } = await show({ people });
    expect((await show({ people: people.slice(1) })).find('[type=search]')).to.equal(null);
    panel.focus();
    const field = find<HTMLInputElement>('[type=search]');
    expect(root.activeElement).to.equal(field);
    const names = () => [...root.querySelectorAll('[part=person-name]')].map(({ textContent }) => textContent);
    const type = async (letters: string) => {
      field.value = letters;
      field.dispatchEvent(new Event('input'));
      await panel.updateComplete;
    };
    await type('of P3');
    expect(names()).to.deep.equal(['Name of p3']);
    await type('nobody');
    expect(find('.nobody').textContent).to.equal('Nobody of that name');
    await type('');
    expect(names()).to.have.length(9);
  });

  it('keeps the keyboard with a person who goes elsewhere in the list', async () => {
    const { panel, root, find } = await show();
    find('[data-person=c] .options').focus();
    const [me, ben, chi, dov] = VIEW.people;
    panel.view = { ...VIEW, people: [me!, { ...chi!, place: 1 }, ben!, dov!] };
    await panel.updateComplete;
    expect((root.activeElement as HTMLElement).closest('li')!.dataset['person']).to.equal('c');
  });
});
