import { expect, html } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { fakePerson } from '../../controllers/fake-session.js';
import { speak } from '../../text/words.js';
import { arrived, meet, roomFixture, within, type RoomFixture } from './room-fixture.js';

const heading = ({ room }: RoomFixture) => within(room, 'vr-prejoin')?.shadowRoot?.querySelector('h2')?.textContent;
const frame = ({ room }: RoomFixture) => within(room, '.frame')!;

async function joinIn(lang: string) {
  const made = await roomFixture(html`<video-room token="t" lang=${lang}></video-room>`);
  await waitUntil(() => frame(made).lang.startsWith(lang), 'the language is loaded');
  await meet(made);
  return made;
}

describe('the language of a video-room', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    document.documentElement.removeAttribute('lang');
    speak();
  });

  it('is its own, and may change while it runs', async () => {
    const made = await roomFixture(html`<video-room prejoin token="t" lang="de"></video-room>`);
    await waitUntil(() => heading(made) === 'Bereit zum Beitreten?', 'German');
    made.room.lang = 'ja';
    await waitUntil(() => heading(made) === '参加しますか？', 'Japanese');
    expect(frame(made).lang).to.equal('ja');
    made.room.lang = 'en-GB';
    await waitUntil(() => heading(made) === 'Ready to join?', 'English');
  });

  it('is otherwise that of the page', async () => {
    document.documentElement.lang = 'es';
    const made = await roomFixture(html`<video-room prejoin token="t"></video-room>`);
    await waitUntil(() => heading(made) === '¿Todo listo para entrar?', 'Spanish');
  });

  it('reaches what is loaded later, and what is already shown', async () => {
    const made = await joinIn('fr');
    made.room.toggleDebug(true);
    const log = () => within(made.room, 'vr-debug')?.shadowRoot?.querySelector('#tab-log')?.textContent.trim();
    await waitUntil(() => log()?.startsWith('Journal'), 'French');
    made.room.lang = 'de';
    await waitUntil(() => log()?.startsWith('Protokoll'), 'German');
  });

  it('gives way to words of the page, in any language', async () => {
    const made = await roomFixture(html`<video-room prejoin token="t"></video-room>`);
    made.room.texts = { devices: { prejoin: { title: 'Weekly', join: 7 as never }, menu: 'x' as never } };
    await waitUntil(() => heading(made) === 'Weekly', 'the own word');
    const join = () => within(made.room, 'vr-prejoin')!.shadowRoot!.querySelector('[part=join-button]')!.textContent;
    expect(join()).to.equal('Join');
    made.room.lang = 'de';
    await waitUntil(() => join() === 'Beitreten', 'German');
    expect(heading(made)).to.equal('Weekly');
    made.room.texts = { main: { announce: { personJoined: (name) => `${name}!` } } };
    await waitUntil(() => heading(made) === 'Bereit zum Beitreten?', 'German again');
    await meet(made);
    made.session.act({ type: 'participant', participant: fakePerson('p2', 'Chi') });
    await waitUntil(() => within(made.room, '.frame > [role=status]')!.textContent?.includes('Chi!'), 'it is said');
  });

  it('runs from right to left in Arabic, also what is placed', async () => {
    const made = await joinIn('ar');
    expect(frame(made).dir).to.equal('rtl');
    const buttons = within(made.room, 'vr-bar')!.shadowRoot!;
    const left = (part: string) => buttons.querySelector(`[part~=${part}]`)!.getBoundingClientRect().left;
    expect(left('microphone-button')).to.be.greaterThan(left('leave-button'));
    const tile = within(made.room, 'vr-stage')!.shadowRoot!.querySelector('vr-tile')!;
    const tag = tile.shadowRoot!.querySelector('.tag')!;
    await waitUntil(() => tag.getBoundingClientRect().width > 0);
    const { left: outer, right } = tile.getBoundingClientRect();
    const place = tag.getBoundingClientRect();
    expect(right - place.right).to.be.lessThan(place.left - outer);
    made.room.lang = 'en';
    await waitUntil(() => frame(made).dir === 'ltr', 'left to right again');
  });

  it('is accessible in Arabic', async () => {
    const made = await joinIn('ar');
    await arrived(made.room);
    await expect(made.room).to.be.accessible();
    made.room.leave();
    await made.room.updateComplete;
    await arrived(made.room);
    await expect(made.room).to.be.accessible();
  });
});
