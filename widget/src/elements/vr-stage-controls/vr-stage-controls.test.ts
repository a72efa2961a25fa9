import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { PersonTile } from '../../controllers/people-tiles.js';
import type { ActionRequestEvent } from '../../events/action-request.js';
import type { StageActionEvent } from '../../events/stage-action.js';
import type { Rect } from '../vr-stage/layout.js';
import type { ShownTile, StageControls, VrStageControls } from './vr-stage-controls.js';
import './vr-stage-controls.js';

const person = (key: string, change: Partial<PersonTile> = {}): PersonTile => ({
  key,
  kind: 'person',
  id: key,
  identity: key,
  name: key,
  own: false,
  camera: undefined,
  muted: false,
  speaking: false,
  loudest: false,
  status: 'live',
  ...change,
});
const tile = (key: string, x: number, change: Partial<PersonTile> = {}, rect: Partial<Rect> = {}): ShownTile => ({
  person: person(key, change),
  rect: { x, y: 0, width: 190, height: 150, ...rect },
  pinned: false,
});
const OWN = tile('own', 400, { own: true }, { floating: true });
const VIEW: StageControls = {
  tiles: [tile('Ann', 0), { ...tile('Ben', 200), pinned: true }, OWN],
  pinnable: true,
  near: undefined,
  corner: 'bottom-end',
  hidden: undefined,
  page: 1,
  pages: 3,
  speaking: new Set([0]),
};

async function show(change: Partial<StageControls> = {}): Promise<VrStageControls> {
  const stage = await fixture(
    html`<div>
      <vr-stage-controls .view=${{ ...VIEW, ...change }}></vr-stage-controls>
    </div>`,
  );
  return stage.querySelector('vr-stage-controls')!;
}

const all = (controls: VrStageControls, part: string) => [
  ...controls.shadowRoot!.querySelectorAll<HTMLButtonElement>(`[part~="${part}"]`),
];
const asked = async (controls: VrStageControls, act: () => unknown) => {
  setTimeout(act);
  return (await oneEvent<StageActionEvent>(controls, 'stage-action')).action;
};

describe('vr-stage-controls', () => {
  it('has the colours of the page on what lies on the picture, also under the pointer', async () => {
    const controls = await show();
    controls.style.cssText = '--vr-tag-color: rgb(250, 250, 250); --vr-on-tag-color: rgb(0, 0, 0)';
    const [pin] = all(controls, 'pin-button');
    pin!.style.transition = 'none';
    const rules = controls.shadowRoot!.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules] as CSSStyleRule[]);
    const { background } = rules.find(({ selectorText }) => selectorText === '.round:hover')!.style;
    const groundOf = () => getComputedStyle(pin!).backgroundColor;
    expect(groundOf()).to.equal('rgb(250, 250, 250)');
    pin!.style.background = background;
    // Seen to be another, and still light under a black icon.
    const [red = 0] = /[\d.]+/.exec(groundOf().replace('color(srgb', ''))!;
    expect(Number(red)).to.be.within(0.7, 0.95);
  });

  it('is accessible', async () => {
    await expect(await show()).to.be.accessible();
    const ownScreen = tile('me/screen', 0, { kind: 'screen', own: true });
    await expect(await show({ tiles: [ownScreen], hidden: OWN.rect })).to.be.accessible();
  });

  it('names each pin and says which is in use', async () => {
    const pins = all(await show(), 'pin-button');
    expect(pins.map((pin) => [pin.ariaLabel, pin.ariaPressed])).to.deep.equal([
      ['Pin Ann', 'false'],
      ['Pin Ben', 'true'],
    ]);
  });

  it('shows a pin when the pointer is near or the keyboard is on it', async () => {
    const controls = await show();
    const [pin] = all(controls, 'pin-button');
    pin!.style.transition = 'none';
    expect(getComputedStyle(pin!).opacity).to.equal('0');
    controls.view = { ...VIEW, near: 'Ann' };
    await controls.updateComplete;
    expect(getComputedStyle(pin!).opacity).to.equal('1');
    controls.view = VIEW;
    await controls.updateComplete;
    pin!.focus();
    expect(getComputedStyle(pin!).opacity).to.equal('1');
  });

  it('asks to pin, and keeps the focus with the person', async () => {
    const controls = await show();
    setTimeout(() => all(controls, 'pin-button')[0]!.click());
    const { action } = await oneEvent<ActionRequestEvent>(controls, 'action-request');
    expect(action).to.deep.equal({ type: 'pin', tile: VIEW.tiles[0]!.person });
    all(controls, 'pin-button')[0]!.focus();
    controls.view = { ...VIEW, tiles: [tile('Ben', 0), tile('Ann', 200)] };
    await controls.updateComplete;
    expect((controls.shadowRoot!.activeElement as HTMLElement).ariaLabel).to.equal('Pin Ann');
  });

  it('leads through the pages', async () => {
    const controls = await show();
    const pages = all(controls, 'page-button');
    expect(pages.map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'Previous page',
      'Page 1',
      'Page 2',
      'Page 3',
      'Next page',
    ]);
    expect(controls.shadowRoot!.querySelector('nav')!.textContent).to.contain('2 of 3');
    expect(controls.shadowRoot!.querySelector('[aria-current=page]')!.ariaLabel).to.equal('Page 2');
    expect(await asked(controls, () => pages[0]!.click())).to.deep.equal({ type: 'page', page: 0 });
    expect(await asked(controls, () => pages[4]!.click())).to.deep.equal({ type: 'page', page: 2 });
    expect(await asked(controls, () => pages[3]!.click())).to.deep.equal({ type: 'page', page: 2 });
  });

  it('goes no further than the first and the last page', async () => {
    const controls = await show({ page: 0, pages: 1 });
    expect(all(controls, 'page-button')).to.have.length(0);
    controls.view = { ...VIEW, page: 0 };
    await controls.updateComplete;
    let pages = 0;
    controls.addEventListener('stage-action', () => (pages += 1));
    const [previous] = all(controls, 'page-button');
    expect(previous!.ariaDisabled).to.equal('true');
    previous!.click();
    expect(pages).to.equal(0);
  });

  it('moves one’s own tile by arrow keys, to the other side where one reads from the right', async () => {
    const controls = await show();
    const [handle] = all(controls, 'move-button');
    const press = (key: string) =>
      asked(controls, () => handle!.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true })));
    expect(await press('ArrowUp')).to.deep.equal({ type: 'corner', corner: 'top-end' });
    expect(await press('ArrowLeft')).to.deep.equal({ type: 'corner', corner: 'bottom-start' });
    controls.dir = 'rtl';
    expect(await press('ArrowRight')).to.deep.equal({ type: 'corner', corner: 'bottom-start' });
  });

  it('moves one’s own tile by pointer, and takes a tap for none', async () => {
    const controls = await show();
    const [handle] = all(controls, 'move-button');
    handle!.setPointerCapture = () => undefined;
    const actions: unknown[] = [];
    controls.addEventListener('stage-action', (event) => actions.push((event as StageActionEvent).action));
    const point = (type: string, clientX: number, clientY: number) =>
      handle!.dispatchEvent(new PointerEvent(type, { clientX, clientY, button: 0, pointerId: 1 }));
    point('pointerdown', 100, 100);
    point('pointerup', 101, 100);
    expect(actions).to.have.length(0);
    point('pointerdown', 100, 100);
    point('pointermove', 60, 80);
    point('pointerup', 50, 70);
    point('pointermove', 10, 10);
    expect(actions).to.deep.equal([
      { type: 'drag', across: -40, along: -20 },
      { type: 'drop', across: -50, along: -30 },
    ]);
  });

  it('hides one’s own tile and brings it back', async () => {
    const controls = await show();
    const [hide] = all(controls, 'hide-own-button');
    expect(await asked(controls, () => hide!.click())).to.deep.equal({ type: 'hide-own', hidden: true });
    controls.view = { ...VIEW, tiles: VIEW.tiles.slice(0, 2), hidden: OWN.rect };
    await controls.updateComplete;
    const [back] = all(controls, 'show-own-button');
    expect(back!.ariaLabel).to.equal('Show your picture');
    expect(await asked(controls, () => back!.click())).to.deep.equal({ type: 'hide-own', hidden: false });
  });

  it('tells that one shares one’s screen, and offers to stop', async () => {
    const controls = await show({
      tiles: [tile('own/screen', 0, { kind: 'screen', own: true })],
    });
    expect(all(controls, 'own-screen')[0]!.textContent).to.contain('You share your screen');
    setTimeout(() => all(controls, 'stop-sharing-button')[0]!.click());
    const { action } = await oneEvent<ActionRequestEvent>(controls, 'action-request');
    expect(action.type).to.equal('toggle-screen');
  });
});
