import { expect, fixture, html } from '@open-wc/testing';
import type { TogetherAction, TogetherActionEvent } from '../../events/together-action.js';
import type { VrReactions } from './vr-reactions.js';
import './vr-reactions.js';

async function show() {
  const place = await fixture<HTMLElement>(html`<div><i slot="reactions"></i><vr-reactions></vr-reactions></div>`);
  const reactions = place.querySelector<VrReactions>('vr-reactions')!;
  await reactions.updateComplete;
  const asked: TogetherAction[] = [];
  reactions.addEventListener('together-action', (event) => asked.push((event as TogetherActionEvent).action));
  const root = reactions.shadowRoot!;
  await Promise.all(
    root
      .querySelector('.card')!
      .getAnimations()
      .map(({ finished }) => finished),
  );
  const press = (key: string) =>
    root.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  const point = (target: Element) =>
    target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
  return { place, reactions, asked, root, press, point };
}

describe('vr-reactions', () => {
  it('is accessible', async () => {
    await expect((await show()).reactions).to.be.accessible();
  });

  it('shows what is chosen, and is closed', async () => {
    const { root, asked } = await show();
    const [, second] = root.querySelectorAll('button');
    expect(second!.ariaLabel).to.equal('Applause');
    second!.click();
    expect(asked).to.deep.equal([
      { type: 'react', emoji: '👏' },
      { type: 'show-reactions', open: false, takeFocusBack: true },
    ]);
  });

  it('is gone through by arrow keys, round and round, and closed by Escape', async () => {
    const { root, press, asked } = await show();
    const label = () => root.activeElement?.ariaLabel;
    expect(label()).to.equal('Thumbs up');
    press('ArrowLeft');
    expect(label()).to.equal('Celebrating');
    press('ArrowRight');
    press('ArrowRight');
    expect(label()).to.equal('Applause');
    press('Escape');
    expect(asked).to.deep.equal([{ type: 'show-reactions', open: false, takeFocusBack: true }]);
  });

  it('is closed by a click elsewhere, but not on its button, which does so itself', async () => {
    const { asked, root, place, point } = await show();
    point(root.querySelector('button')!);
    point(place.querySelector('i')!);
    expect(asked).to.deep.equal([]);
    point(document.body);
    expect(asked).to.deep.equal([{ type: 'show-reactions', open: false, takeFocusBack: false }]);
  });
});
