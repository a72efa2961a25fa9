import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import type { ChatRecord } from '@video-room/protocol';
import { fakePerson } from '../../controllers/fake-session.js';
import type { VrComposer } from '../vr-composer/vr-composer.js';
import type { ChatView, VrChat } from './vr-chat.js';
import './vr-chat.js';

const ANN = { participant: 'me', identity: 'me@example.org', name: 'Ann' };
const BEN = { participant: 'p1', identity: 'p1@example.org', name: 'Ben' };
const said = (id: string, change: Partial<ChatRecord> = {}): ChatRecord => ({
  id,
  at: 1_700_000_000_000,
  from: BEN,
  text: `text ${id}`,
  ...change,
});
const LONG = Array.from({ length: 40 }, (_, index) => said(String(index), { at: index * 400_000 }));
const many = (count: number) => LONG.slice(0, count);
const VIEW: ChatView = {
  messages: [],
  own: fakePerson('me', 'Ann'),
  since: undefined,
  state: 'open',
  people: [{ identity: 'p1@example.org', participant: 'p1', name: 'Ben' }],
  to: undefined,
  draft: { text: '' },
  failure: undefined,
};

async function show(change: Partial<ChatView> = {}, theme = 'dark') {
  const chat = await fixture<VrChat>(
    html`<vr-chat
      style="height: 400px; width: 340px; color-scheme: ${theme}; background: light-dark(#fff, #191d22)"
      .view=${{ ...VIEW, ...change }}
    ></vr-chat>`,
  );
  const find = <Found extends HTMLElement>(selector: string) => chat.shadowRoot!.querySelector<Found>(selector)!;
  const log = find('[part=chat-log]');
  await find<VrComposer>('vr-composer').updateComplete;
  // Sizes are told with the next frame.
  await nextFrame();
  await nextFrame();
  const become = async (next: Partial<ChatView>) => {
    chat.view = { ...chat.view!, ...next };
    await chat.updateComplete;
  };
  const fromEnd = () => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight);
  const scroll = async (top: number) => {
    log.scrollTop = top;
    await new Promise((resolve) => log.addEventListener('scroll', resolve, { once: true }));
    await chat.updateComplete;
  };
  return { chat, find, log, become, fromEnd, scroll, newest: () => find('[part=newest-button]') };
}

describe('vr-chat', () => {
  for (const theme of ['dark', 'light']) {
    it(`is accessible, ${theme}`, async () => {
      await expect((await show({}, theme)).chat).to.be.accessible();
      const messages = [said('1', { text: 'https://example.org' }), said('2', { to: ANN }), said('3', { from: ANN })];
      await expect((await show({ messages, since: '2' }, theme)).chat).to.be.accessible();
    });
  }

  it('says who wrote what to whom', async () => {
    const { log } = await show({
      messages: [
        said('1'),
        said('2'),
        said('3', { to: ANN }),
        said('4', { from: ANN, to: BEN }),
        said('5', { from: { identity: '', name: '' } }),
      ],
    });
    const texts = [...log.querySelectorAll('article')].map((article) =>
      [...article.querySelectorAll('h3, .to, p')].map(({ textContent }) => textContent),
    );
    expect(texts).to.deep.equal([
      ['Ben', 'text 1', 'text 2'],
      ['Ben', 'to you alone', 'text 3'],
      ['You', 'to Ben alone', 'text 4'],
      ['This site', 'text 5'],
    ]);
  });

  it('shows whatever is written as text, and web addresses as links that tell nothing', async () => {
    const text = '<img src=x onerror="window.hit=1"> javascript:alert(1)\nhttps://example.org/a.';
    const { log } = await show({ messages: [said('1', { text })] });
    expect(log.querySelector('p')!.textContent).to.equal(text);
    expect(log.querySelector('img')).to.equal(null);
    const links = [...log.querySelectorAll('a')];
    expect(links.map(({ href, target, rel }) => [href, target, rel])).to.deep.equal([
      ['https://example.org/a', '_blank', 'noopener noreferrer nofollow'],
    ]);
  });

  it('says that nothing was written yet', async () => {
    const { find, become } = await show();
    expect(find('.none').textContent).to.contain('No messages yet');
    await become({ messages: [said('1')] });
    expect(find('.none')).to.equal(null);
  });

  it('stays at the end while one reads the end', async () => {
    const { become, fromEnd, newest } = await show({ messages: many(20) });
    expect(fromEnd()).to.equal(0);
    await become({ messages: many(25) });
    expect(fromEnd()).to.equal(0);
    expect(newest()).to.equal(null);
  });

  it('leaves one where one has scrolled to, counts what comes and leads there', async () => {
    const { log, become, fromEnd, scroll, newest, chat } = await show({ messages: many(20) });
    await scroll(100);
    expect(newest().ariaLabel).to.equal('To the newest message');
    await become({ messages: many(21) });
    await become({ messages: many(23) });
    expect(log.scrollTop).to.equal(100);
    expect(newest().textContent.trim()).to.equal('3 new messages');
    expect(log.querySelector('.fresh')!.nextElementSibling!.textContent).to.contain('text 20');
    newest().click();
    await chat.updateComplete;
    expect(fromEnd()).to.equal(0);
    await waitUntil(() => !newest(), 'there is nothing to go to');
    expect(chat.shadowRoot!.activeElement).to.equal(log);
  });

  it('goes to the end for what one writes oneself', async () => {
    const { become, fromEnd, scroll } = await show({ messages: many(20) });
    await scroll(100);
    await become({ messages: [...many(20), said('own', { from: ANN })] });
    expect(fromEnd()).to.equal(0);
  });

  it('opens at what is new', async () => {
    const { find, log } = await show({ messages: many(40), since: '10' });
    const top = find('.fresh').getBoundingClientRect().top - log.getBoundingClientRect().top;
    expect(top >= 0 && top < 60, `${top}`).to.equal(true);
    expect(find('[part=newest-button]')).not.to.equal(null);
  });

  it('stays at the end when the field grows', async () => {
    const { find, fromEnd, log } = await show({ messages: many(20) });
    const before = log.clientHeight;
    const field = find('vr-composer').shadowRoot!.querySelector('textarea')!;
    field.value = 'one\ntwo\nthree\nfour';
    field.dispatchEvent(new Event('input'));
    await waitUntil(() => log.clientHeight < before, 'the list is less tall');
    await waitUntil(() => fromEnd() === 0, 'the end is in sight');
  });
});
