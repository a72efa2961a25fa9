import { expect, html } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import type { ChatRecord, ParticipantRecord } from '@video-room/protocol';
import { fakePerson } from '../../controllers/fake-session.js';
import { VideoRoomError } from '../../core/errors.js';
import type { UnreadChangedEvent } from '../../events/unread-changed.js';
import type { VrBarButton } from '../vr-bar-button/vr-bar-button.js';
import type { VrChat } from '../vr-chat/vr-chat.js';
import type { VrComposer } from '../vr-composer/vr-composer.js';
import { arrived, meet, roomFixture, within, type RoomFixture } from './room-fixture.js';

const ANN = { participant: 'me', identity: 'me@example.org', name: 'Ann' };
const BEN = { participant: 'p1', identity: 'p1@example.org', name: 'Ben' };
let count = 0;
const written = (change: Partial<ChatRecord> = {}): ChatRecord => {
  count += 1;
  return { id: String(count), at: Date.now(), from: BEN, text: `text ${count}`, ...change };
};
const write = ({ session }: RoomFixture, ...messages: ChatRecord[]) => session.act({ type: 'chat', messages });

async function inside(theme = html`<video-room token="t" style="width: 900px; height: 600px"></video-room>`) {
  const made = await roomFixture(theme);
  await meet(made);
  await waitUntil(() => within(made.room, '[slot=chat]'), 'the button is loaded');
  made.told.length = made.session.asked.length = 0;
  return made;
}

const chatOf = ({ room }: RoomFixture) => within<VrChat>(room, 'vr-chat');
const composerOf = (made: RoomFixture) => chatOf(made)?.shadowRoot?.querySelector<VrComposer>('vr-composer');
const fieldOf = (made: RoomFixture) => composerOf(made)?.shadowRoot?.querySelector('textarea');
const textOf = (made: RoomFixture) => chatOf(made)?.shadowRoot?.querySelector('[role=log]')?.textContent ?? '';
const noteOf = (made: RoomFixture) => composerOf(made)?.shadowRoot?.querySelector('#note')?.textContent;
const said = ({ room }: RoomFixture) => within(room, '.frame > [role=status]')!.textContent;

async function open(made: RoomFixture) {
  made.room.panel = 'chat';
  await waitUntil(() => fieldOf(made) ?? composerOf(made)?.shadowRoot?.querySelector('p'), 'the chat is loaded');
}

function send(made: RoomFixture, text: string) {
  const field = fieldOf(made)!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
}

async function buttonOf({ room }: RoomFixture) {
  await room.updateComplete;
  const element = within<VrBarButton>(room, '[slot=chat]')!;
  await element.updateComplete;
  return element.shadowRoot!.querySelector('button')!;
}

describe('the chat of a video-room', () => {
  for (const theme of ['dark', 'light'] as const) {
    it(`is accessible, ${theme}`, async () => {
      const made = await inside();
      made.room.theme = theme;
      write(made, written(), written({ to: ANN }));
      await open(made);
      await arrived(made.room);
      await expect(made.room).to.be.accessible();
    });
  }

  it('counts what comes while it is closed, and says so on its button', async () => {
    const made = await inside();
    const counts: number[] = [];
    made.room.addEventListener('unread-changed', ({ count }: UnreadChangedEvent) => void counts.push(count));
    expect((await buttonOf(made)).ariaLabel).to.equal('Chat');
    write(made, written());
    write(made, written({ from: ANN }));
    write(made, written());
    expect(made.room.unreadMessages).to.equal(2);
    expect((await buttonOf(made)).ariaLabel).to.equal('Chat, 2 new messages');
    write(made, ...Array.from({ length: 8 }, () => written()));
    expect((await buttonOf(made)).querySelector('[part=badge]')!.textContent).to.equal('9+');
    await open(made);
    expect(made.room.unreadMessages).to.equal(0);
    expect((await buttonOf(made)).querySelector('[part=badge]')).to.equal(null);
    expect(chatOf(made)!.shadowRoot!.querySelector('.fresh')).not.to.equal(null);
    write(made, written());
    expect(made.room.unreadMessages).to.equal(0);
    expect([counts.at(1), counts.at(-2), counts.at(-1)]).to.deep.equal([2, 10, 0]);
  });

  it('counts what comes while it is open and the page hidden, until one looks again', async () => {
    const made = await inside();
    await open(made);
    const look = (hidden: boolean) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    try {
      look(true);
      write(made, written());
      write(made, written({ from: ANN }), written());
      expect(made.room.unreadMessages).to.equal(2);
      look(false);
      expect(made.room.unreadMessages).to.equal(0);
      await waitUntil(() => chatOf(made)!.shadowRoot!.querySelector('.fresh'), 'it shows what is new');
      write(made, written());
      expect(made.room.unreadMessages).to.equal(0);
    } finally {
      delete (document as { hidden?: boolean }).hidden;
    }
  });

  it('counts nothing that was written before one came', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    made.session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben')], { messages: [written(), written()] });
    await waitUntil(() => within(made.room, '[slot=chat]'), 'the button is loaded');
    expect(made.room.unreadMessages).to.equal(0);
    await open(made);
    expect(textOf(made)).to.contain('text');
    expect(chatOf(made)!.shadowRoot!.querySelector('.fresh')).to.equal(null);
  });

  it('counts what comes before it is loaded', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    made.session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben')]);
    write(made, written());
    write(made, written());
    await waitUntil(() => made.room.unreadMessages === 2, 'both are counted');
  });

  it('tells those who do not see while it is closed, once, and only how many when many come', async () => {
    const made = await inside();
    write(made, written({ text: 'Hello' }));
    write(made, written(), written());
    await made.room.updateComplete;
    expect(said(made)).to.equal('Ben writes: Hello');
    await waitUntil(() => said(made) === '2 new messages', 'the others are told', { timeout: 10_000 });
    await open(made);
    write(made, written({ text: 'read by the log' }));
    await made.room.updateComplete;
    expect(said(made)).to.equal('2 new messages');
  });

  it('tells what the site writes under the name it has in the chat', async () => {
    const made = await inside();
    write(made, written({ from: { identity: '', name: '' }, text: 'Hello' }));
    await made.room.updateComplete;
    expect(said(made)).to.equal('This site writes: Hello');
    await open(made);
    expect(textOf(made)).to.contain('This site');
  });

  it('sends to all, or to one', async () => {
    const made = await inside();
    await open(made);
    send(made, 'hello');
    const select = composerOf(made)!.shadowRoot!.querySelector('select')!;
    select.value = BEN.identity;
    select.dispatchEvent(new Event('change'));
    await waitUntil(() => fieldOf(made)!.ariaLabel === 'Message Ben alone', 'it is for Ben');
    send(made, 'psst');
    expect(made.session.asked).to.deep.equal(['ask chat {"text":"hello"}', 'ask chat {"text":"psst","to":"p1"}']);
    made.session.act({ type: 'participant', participant: fakePerson('p1', 'Ben', { connection: 'left' }) });
    await waitUntil(() => noteOf(made)?.includes('not here any more'), 'it says so');
    send(made, 'never to all');
    expect(made.session.asked).to.have.length(2);
  });

  it('keeps the text of what was refused, and says why beside the field', async () => {
    const made = await inside();
    await open(made);
    made.session.refusal = new VideoRoomError('rate-limited', 'Too many');
    send(made, 'one');
    fieldOf(made)!.value = 'two';
    fieldOf(made)!.dispatchEvent(new Event('input'));
    await waitUntil(() => noteOf(made)?.includes('Too many messages'), 'it says why');
    expect(fieldOf(made)!.value).to.equal('one\ntwo');
    expect(made.told).to.contain('error');
    send(made, 'one and two');
    await waitUntil(() => noteOf(made) === '', 'it says nothing any more');
    expect(fieldOf(made)!.value).to.equal('');
  });

  describe('whose reply got lost', () => {
    const type = (made: RoomFixture, text: string) => {
      fieldOf(made)!.value = text;
      fieldOf(made)!.dispatchEvent(new Event('input'));
    };
    const lose = async (made: RoomFixture, text: string) => {
      made.session.refusal = new VideoRoomError('server-unreachable', 'No reply');
      send(made, text);
      await waitUntil(() => noteOf(made), 'it says so');
      expect(fieldOf(made)!.value).to.equal(text);
      made.session.act({ type: 'connection-lost' });
    };
    const comeBack = async (made: RoomFixture, ...messages: ChatRecord[]) => {
      made.session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben')], { messages });
      await waitUntil(() => !fieldOf(made)!.readOnly, 'the connection is back');
    };

    it('takes a message out of the field again when it has come all the same', async () => {
      const made = await inside();
      await open(made);
      await lose(made, 'one');
      await comeBack(made, written({ from: ANN, text: 'one' }));
      await waitUntil(() => fieldOf(made)!.value === '', 'the field is empty');
      expect(noteOf(made)).to.equal('');
    });

    it('leaves it there when another one has come, or when it was changed', async () => {
      const made = await inside();
      await open(made);
      await lose(made, 'one');
      await comeBack(made, written({ text: 'one' }), written({ from: ANN, text: 'one', to: BEN }));
      expect(fieldOf(made)!.value).to.equal('one');
      type(made, 'one more');
      write(made, written({ from: ANN, text: 'one' }));
      await made.room.updateComplete;
      await composerOf(made)!.updateComplete;
      expect(fieldOf(made)!.value).to.equal('one more');
    });

    it('says nothing where the message has come before', async () => {
      const made = await inside();
      await open(made);
      made.session.refusal = new VideoRoomError('server-unreachable', 'No reply');
      send(made, 'one');
      write(made, written({ from: ANN, text: 'one' }));
      await made.room.updateComplete;
      await composerOf(made)!.updateComplete;
      expect(fieldOf(made)!.value).to.equal('');
      expect(made.told).not.to.contain('error');
    });
  });

  it('keeps what is being written while it is closed', async () => {
    const made = await inside();
    await open(made);
    fieldOf(made)!.value = 'half a sent';
    fieldOf(made)!.dispatchEvent(new Event('input'));
    made.room.panel = '';
    await waitUntil(() => !chatOf(made), 'it is closed');
    await open(made);
    expect(fieldOf(made)!.value).to.equal('half a sent');
  });

  it('does not write while the connection is lost, nor where one may not', async () => {
    const made = await inside();
    await open(made);
    made.session.act({ type: 'connection-lost' });
    await waitUntil(() => fieldOf(made)!.readOnly, 'the field is closed');
    expect(noteOf(made)).to.contain('as soon as the connection is back');
    const rights: ParticipantRecord['rights'] = { ...fakePerson('me', 'Ann').rights, publishData: false };
    made.session.enter([fakePerson('me', 'Ann', { rights }), fakePerson('p1', 'Ben')]);
    await waitUntil(() => !fieldOf(made), 'there is no field');
    expect(composerOf(made)!.shadowRoot!.textContent).to.contain('not write');
  });

  it('is not drawn anew at what has nothing to do with it', async () => {
    const made = await inside();
    write(made, written());
    await open(made);
    await made.room.updateComplete;
    const { view } = chatOf(made)!;
    made.room.announce('something else');
    await made.room.updateComplete;
    expect(chatOf(made)!.view).to.equal(view);
    write(made, written());
    await made.room.updateComplete;
    expect(chatOf(made)!.view).not.to.equal(view);
  });

  it('goes on in the field when it is opened by hand', async () => {
    const made = await inside();
    (await buttonOf(made)).click();
    await waitUntil(() => fieldOf(made)?.matches(':focus'), 'the field has the focus');
  });

  it('forgets with the stay in the room', async () => {
    const made = await inside();
    write(made, written());
    expect(made.room.unreadMessages).to.equal(1);
    made.room.leave();
    expect(made.room.unreadMessages).to.equal(0);
  });
});
