import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { VrPanel } from './vr-panel.js';
import './vr-panel.js';

const show = (content = html`<textarea aria-label="Message"></textarea>`) =>
  fixture<VrPanel>(html`<vr-panel .label=${'Chat'}>${content}</vr-panel>`);
const inside = (panel: VrPanel, selector: string) => panel.shadowRoot!.querySelector<HTMLElement>(selector)!;

describe('vr-panel', () => {
  it('is accessible', async () => {
    await expect(await show()).to.be.accessible();
    await expect(await show(html``)).to.be.accessible();
  });

  it('is a landmark of its name', async () => {
    const panel = await show();
    const section = inside(panel, '[part=panel]');
    expect(section.role).to.equal('complementary');
    expect(panel.shadowRoot!.getElementById(section.getAttribute('aria-labelledby')!)?.textContent).to.equal('Chat');
  });

  it('asks to be closed by its button and by Escape, and changes nothing itself', async () => {
    const panel = await show();
    for (const ask of [
      () => inside(panel, '[part=panel-close]').click(),
      () =>
        panel.querySelector('textarea')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    ]) {
      setTimeout(ask);
      await oneEvent(panel, 'panel-close');
    }
    expect(panel.isConnected).to.equal(true);
  });

  it('leaves Escape to what it holds, and to whoever composes a word', async () => {
    const panel = await show();
    let asked = 0;
    panel.addEventListener('panel-close', () => (asked += 1));
    const field = panel.querySelector('textarea')!;
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, isComposing: true }));
    field.addEventListener('keydown', (event) => event.preventDefault());
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    expect(asked).to.equal(0);
  });

  it('gives the focus to what it holds, else to its name', async () => {
    const panel = await show();
    panel.focus();
    expect(document.activeElement).to.equal(panel.querySelector('textarea'));
    const empty = await show(html`<p>Nothing</p>`);
    empty.focus();
    expect(empty.shadowRoot!.activeElement).to.equal(inside(empty, 'h2'));
  });
});
