import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { PersonRow, PersonStatus } from '../../controllers/calls/people-rows.js';
import type { DeskActionEvent } from '../../events/desk-action.js';
import type { VrPeople } from './vr-people.js';
import './vr-people.js';

const row = (identity: string, status: PersonStatus, change: Partial<PersonRow> = {}): PersonRow => ({
  identity,
  name: `Name of ${identity}`,
  status,
  callable: false,
  ...change,
});

const CALLS = [
  row('a', 'available', { callable: true }),
  row('b', 'in-call', { callable: true }),
  row('c', 'away', { callable: true }),
  row('d', 'do-not-disturb'),
  row('e', 'together'),
];
const WATCHERS = [
  row('a', 'on-stage', { call: 's' }),
  row('b', 'invited', { call: 'i' }),
  row('c', 'watching', { callable: true }),
];

const toCall = (rows = CALLS) =>
  fixture<VrPeople>(
    html`<vr-people .rows=${rows} .available=${true} .empty=${{ title: 'Nobody', hint: 'yet' }}></vr-people>`,
  );
async function watchers() {
  const list = await fixture<VrPeople>(html`<vr-people panel .purpose=${'stage'} .rows=${WATCHERS}></vr-people>`);
  await Promise.all(list.getAnimations().map(({ finished }) => finished));
  return list;
}

async function actionOf(list: VrPeople, selector: string) {
  setTimeout(() => list.shadowRoot!.querySelector<HTMLElement>(selector)!.click());
  return (await oneEvent<DeskActionEvent>(list, 'desk-action')).action;
}

describe('vr-people', () => {
  it('is accessible', async () => {
    await expect(await toCall()).to.be.accessible();
    await expect(await toCall([])).to.be.accessible();
    await expect(await watchers()).to.be.accessible();
  });

  it('says how each stands, and calls who can be called', async () => {
    const list = await toCall();
    const items = [...list.shadowRoot!.querySelectorAll('li')];
    expect(items.map((item) => item.querySelector('.status')!.textContent)).to.deep.equal([
      'Available',
      'In a call',
      'Away',
      'Do not disturb',
      'In this call',
    ]);
    expect(items.map((item) => item.querySelectorAll('button').length)).to.deep.equal([2, 2, 2, 0, 0]);
    expect(await actionOf(list, 'li button.main')).to.deep.equal({ type: 'call', identity: 'a', video: true });
    expect(await actionOf(list, 'li button:not(.main)')).to.deep.equal({ type: 'call', identity: 'a', video: false });
  });

  it('has a switch for taking calls', async () => {
    const list = await toCall();
    const available = list.shadowRoot!.querySelector('[role=switch]')!;
    expect(available.ariaChecked).to.equal('true');
    expect(await actionOf(list, '[role=switch]')).to.deep.equal({ type: 'toggle-do-not-disturb' });
    list.available = false;
    await list.updateComplete;
    expect(available.ariaChecked).to.equal('false');
  });

  it('says so when there is nobody', async () => {
    expect((await toCall([])).shadowRoot!.textContent)
      .to.contain('Nobody')
      .and.contain('yet');
  });

  it('invites on stage, takes it back, and sends back', async () => {
    const list = await watchers();
    expect(await actionOf(list, 'li:nth-child(1) button')).to.deep.equal({ type: 'hang-up', call: 's' });
    expect(await actionOf(list, 'li:nth-child(2) button')).to.deep.equal({ type: 'hang-up', call: 'i' });
    expect(await actionOf(list, 'li:nth-child(3) button')).to.deep.equal({ type: 'invite', identity: 'c' });
    expect(await actionOf(list, '[part=panel-close-button]')).to.deep.equal({ type: 'toggle-panel' });
  });
});
