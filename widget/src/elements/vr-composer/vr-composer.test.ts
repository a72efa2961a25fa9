import { expect, fixture, html } from '@open-wc/testing';
import type { ChatAction, ChatActionEvent } from '../../events/chat-action.js';
import type { ComposerView, VrComposer } from './vr-composer.js';
import './vr-composer.js';

const BEN = { identity: 'ben', participant: 'p1', name: 'Ben' };
const CHI = { identity: 'chi', participant: 'p2', name: 'Chi' };
const OPEN: ComposerView = {
  state: 'open',
  people: [BEN, CHI],
  to: undefined,
  draft: { text: '' },
  failure: undefined,
};

async function write(change: Partial<ComposerView> = {}, theme = 'dark') {
  const asked: ChatAction[] = [];
  const composer = await fixture<VrComposer>(
    html`<vr-composer
      style="color-scheme: ${theme}; background: light-dark(#fff, #191d22)"
      .view=${{ ...OPEN, ...change }}
      @chat-action=${({ action }: ChatActionEvent) => asked.push(action)}
    ></vr-composer>`,
  );
  const find = <Found extends HTMLElement>(selector: string) => composer.shadowRoot!.querySelector<Found>(selector)!;
  const field = find<HTMLTextAreaElement>('textarea');
  const type = async (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await composer.updateComplete;
  };
  const press = (init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...init });
    field.dispatchEvent(event);
    return event;
  };
  const sent = () => asked.flatMap((action) => (action.type === 'send' ? [action.text] : []));
  return { composer, asked, find, field, type, press, sent, note: () => find('#note')?.textContent };
}

describe('vr-composer', () => {
  it('is accessible, whatever it says', async () => {
    for (const change of [{}, { to: BEN }, { failure: 'rate-limited' }, { state: 'reconnecting' }] as const) {
      await expect((await write(change)).composer).to.be.accessible();
    }
    await expect((await write({ state: 'read-only' }, 'light')).composer).to.be.accessible();
  });

  it('sends with Enter and with its button, and is empty then', async () => {
    const { type, press, sent, find, field, composer } = await write();
    await type('one');
    expect(press({}).defaultPrevented).to.equal(true);
    await composer.updateComplete;
    expect(field.value).to.equal('');
    await type('two\nlines');
    find('button').click();
    expect(sent()).to.deep.equal(['one', 'two\nlines']);
  });

  it('leaves Shift+Enter to the field, and Enter to whoever composes a word', async () => {
    const { type, press, sent } = await write();
    await type('に');
    expect(press({ shiftKey: true }).defaultPrevented).to.equal(false);
    expect(press({ isComposing: true }).defaultPrevented).to.equal(false);
    expect(press({ keyCode: 229 }).defaultPrevented).to.equal(false);
    expect(sent()).to.deep.equal([]);
  });

  it('sends nothing that is empty or too long, and counts near the limit', async () => {
    const { type, press, sent, note, field } = await write();
    await type(' \n ');
    press({});
    await type('x'.repeat(1799));
    expect(note()).to.equal('');
    await type('x'.repeat(1999));
    expect(note()).to.equal('1 character left');
    await type('x'.repeat(2003));
    expect(note()).to.equal('3 characters too many');
    press({});
    expect(sent()).to.deep.equal([]);
    expect(field.value).to.have.length(2003);
  });

  it('counts aloud only now and then', async () => {
    const { type, find, note } = await write();
    const heard: string[] = [];
    for (let length = 1795; length <= 2005; length += 1) {
      await type('x'.repeat(length));
      const words = find('[role=status]').textContent;
      if (words && words !== heard.at(-1)) heard.push(words);
    }
    expect(heard).to.deep.equal([
      ...[200, 100, 50, 20, 10].map((count) => `${count} characters left`),
      '1 character too many',
    ]);
    expect(note()).to.equal('5 characters too many');
  });

  it('grows with what is written, up to a point', async () => {
    const { type, field } = await write();
    const empty = field.offsetHeight;
    await type('one\ntwo\nthree');
    const three = field.offsetHeight;
    expect(three > empty).to.equal(true);
    await type('\n'.repeat(40));
    expect(field.offsetHeight).to.equal(148);
    await type('');
    expect(field.offsetHeight).to.equal(empty);
  });

  it('says whom it is for, and asks for somebody else', async () => {
    const { find, field, asked } = await write({ to: BEN });
    expect(field.ariaLabel).to.equal('Message Ben alone');
    const select = find<HTMLSelectElement>('select');
    expect(select.value).to.equal('ben');
    for (const identity of ['chi', '']) {
      select.value = identity;
      select.dispatchEvent(new Event('change'));
    }
    expect(asked).to.deep.equal([
      { type: 'address', identity: 'chi' },
      { type: 'address', identity: '' },
    ]);
  });

  it('never sends to all what was meant for somebody who has left', async () => {
    const { find, type, press, sent, note } = await write({ to: BEN, people: [CHI] });
    await type('psst');
    press({});
    expect(sent()).to.deep.equal([]);
    expect(note()).to.contain('Ben is not here any more');
    expect(find<HTMLSelectElement>('select').selectedOptions[0]?.textContent).to.equal('Ben (not here)');
  });

  it('keeps what is written while the connection is lost', async () => {
    const { composer, type, press, sent, field, note } = await write();
    await type('hello');
    composer.view = { ...OPEN, state: 'reconnecting' };
    await composer.updateComplete;
    expect(field.readOnly).to.equal(true);
    expect(note()).to.contain('as soon as the connection is back');
    press({});
    expect(sent()).to.deep.equal([]);
    composer.view = OPEN;
    await composer.updateComplete;
    expect(field.value).to.equal('hello');
    press({});
    expect(sent()).to.deep.equal(['hello']);
  });

  it('takes back what was not sent, and says why', async () => {
    const { composer, field, note } = await write();
    composer.view = { ...OPEN, draft: { text: 'again' }, failure: 'rate-limited' };
    await composer.updateComplete;
    expect(field.value).to.equal('again');
    expect(note()).to.contain('Too many messages at once');
  });

  it('is no field where one may not write', async () => {
    const { composer, field } = await write({ state: 'read-only' });
    expect(field).to.equal(null);
    expect(composer.shadowRoot!.textContent).to.contain('not write');
  });
});
