import { expect, fixture, html } from '@open-wc/testing';
import type { TogetherActionEvent } from '../../events/together-action.js';
import type { Question, VrQuestion } from './vr-question.js';
import './vr-question.js';

const ASKED: Question = {
  id: 'asked',
  title: 'Ann asks you to unmute',
  hint: 'Nothing is turned on before you choose.',
  yes: 'Unmute',
  no: 'Stay muted',
  name: 'Ann',
};
const GRAVE: Question = {
  ...ASKED,
  id: 'grave',
  title: 'End the call for all?',
  yes: 'End',
  no: 'Cancel',
  grave: true,
};

async function show(question: Question) {
  const element = await fixture<VrQuestion>(html`<vr-question .question=${question}></vr-question>`);
  await Promise.all(element.getAnimations().map(({ finished }) => finished));
  const answers: boolean[] = [];
  element.addEventListener('together-action', (event) => {
    const { action } = event as TogetherActionEvent;
    if (action.type === 'answer') answers.push(action.yes);
  });
  const find = (selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
  return { element, answers, find };
}

describe('vr-question', () => {
  for (const question of [ASKED, GRAVE, { ...GRAVE, name: undefined }]) {
    it(`is accessible: ${question.title}`, async () => {
      await expect((await show(question)).element).to.be.accessible();
    });
  }

  it('says who asks what, and has two clear answers', async () => {
    const { answers, find } = await show(ASKED);
    expect(find('[role=dialog]').textContent).to.contain('Ann asks you to unmute');
    find('[part=yes-button]').click();
    find('[part=no-button]').click();
    expect(answers).to.deep.equal([true, false]);
  });

  it('takes the focus without any button having it, gives it back, and takes Escape for a no', async () => {
    const elsewhere = document.body.appendChild(document.createElement('button'));
    elsewhere.focus();
    const { element, answers, find } = await show(GRAVE);
    expect(element.shadowRoot!.activeElement).to.equal(find('.dialog'));
    find('.dialog').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(answers).to.deep.equal([false]);
    element.remove();
    expect(document.activeElement).to.equal(elsewhere);
    elsewhere.remove();
  });

  it('keeps the keyboard inside while nothing else can be done, and lets it go on where the call does', async () => {
    const tab = (element: VrQuestion, shiftKey: boolean) => {
      const event = new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true });
      element.shadowRoot!.activeElement!.dispatchEvent(event);
      const at = element.shadowRoot!.activeElement!.getAttribute('part');
      return event.defaultPrevented ? at : 'elsewhere';
    };
    const { element } = await show(GRAVE);
    expect([false, false, false, true, true].map((shiftKey) => tab(element, shiftKey))).to.deep.equal(
      ['no', 'yes', 'no', 'yes', 'no'].map((answer) => `${answer}-button`),
    );
    const again = await show(GRAVE);
    expect(tab(again.element, true)).to.equal('yes-button');
    expect(tab((await show(ASKED)).element, false)).to.equal('elsewhere');
  });

  it('disturbs nobody’s typing', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await show(ASKED);
    expect(document.activeElement).to.equal(field);
    field.remove();
  });
});
