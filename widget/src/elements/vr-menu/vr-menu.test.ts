import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { ActionRequestEvent } from '../../events/action-request.js';
import '../vr-bar/vr-bar.js';
import type { VrBar } from '../vr-bar/vr-bar.js';
import type { MenuEntry } from './menu-entry.js';
import './vr-menu.js';

const chosen: string[] = [];
const entry = (id: string, label: string, change: Partial<MenuEntry> = {}): MenuEntry => ({
  id,
  label,
  choose: () => void chosen.push(id),
  ...change,
});
const ENTRIES = [
  entry('grid', 'Grid', { group: 'Layout', checked: true }),
  entry('speaker', 'Speaker', { group: 'Layout', checked: false }),
  entry('full', 'Full screen', { checked: false }),
  entry('help', 'Help'),
];

async function open() {
  chosen.length = 0;
  const bar = await fixture<VrBar>(
    html`<vr-bar .menuOpen=${true}><vr-menu slot="menu" .label=${'More'} .entries=${ENTRIES}></vr-menu></vr-bar>`,
  );
  const menu = bar.querySelector('vr-menu')!;
  await menu.updateComplete;
  const items = [...menu.shadowRoot!.querySelectorAll('button')];
  const button = bar.shadowRoot!.querySelector<HTMLButtonElement>('[part~=more-button]')!;
  return { bar, menu, items, button };
}

const press = (menu: Element, key: string) =>
  menu.shadowRoot!.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }),
  );
const focused = (menu: Element) => menu.shadowRoot!.activeElement?.textContent.trim();

describe('vr-menu', () => {
  it('is accessible, and so is its button', async () => {
    const { bar, menu, button } = await open();
    await Promise.all(
      menu
        .shadowRoot!.querySelector('.menu')!
        .getAnimations()
        .map(({ finished }) => finished),
    );
    await expect(bar).to.be.accessible();
    expect(button.ariaHasPopup).to.equal('menu');
    expect(button.ariaExpanded).to.equal('true');
  });

  it('says what each entry is and which are chosen', async () => {
    const { items } = await open();
    expect(items.map((item) => [item.role, item.ariaChecked])).to.deep.equal([
      ['menuitemradio', 'true'],
      ['menuitemradio', 'false'],
      ['menuitemcheckbox', 'false'],
      ['menuitem', null],
    ]);
  });

  it('takes the focus, and arrow keys, Home, End and letters move it', async () => {
    const { menu } = await open();
    const way = ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'End', 'Home', 'f', 's'].map((key) => {
      press(menu, key);
      return focused(menu);
    });
    expect(way).to.deep.equal(['Speaker', 'Grid', 'Help', 'Grid', 'Help', 'Grid', 'Full screen', 'Speaker']);
  });

  for (const key of ['Escape', 'Tab']) {
    it(`asks to be closed by ${key} and gives the focus back`, async () => {
      const { bar, menu, button } = await open();
      setTimeout(() => press(menu, key));
      const { action } = await oneEvent<ActionRequestEvent>(bar, 'action-request');
      expect(action).to.deep.equal({ type: 'toggle-menu', open: false });
      expect(bar.shadowRoot!.activeElement).to.equal(button);
    });
  }

  it('asks to be closed by a press elsewhere, but not on its button', async () => {
    const { bar, button } = await open();
    let asked = 0;
    bar.addEventListener('action-request', () => (asked += 1));
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(asked).to.equal(0);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(asked).to.equal(1);
  });

  it('does what is chosen once it is closed', async () => {
    const { bar, items, button } = await open();
    bar.addEventListener('action-request', () => chosen.push('closed'));
    items[1]!.click();
    expect(chosen).to.deep.equal(['closed', 'speaker']);
    expect(bar.shadowRoot!.activeElement).to.equal(button);
  });
});
