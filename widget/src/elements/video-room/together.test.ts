import { expect, html } from '@open-wc/testing';
import { DEFAULT_CHOICES, type ChatRecord, type ParticipantRecord } from '@video-room/protocol';
import { fakePerson } from '../../controllers/fake-session.js';
import type { VideoRoomEventMap } from '../../events/index.js';
import { meet, roomFixture, type RoomFixture } from './room-fixture.js';

const BEN = { participant: 'p1', identity: 'p1@example.org', name: 'Ben' };
const written = (id: string): ChatRecord => ({ id, at: 0, from: BEN, text: `text ${id}` });

async function inside() {
  const made = await roomFixture(html`<video-room token="t"></video-room>`);
  await meet(made);
  made.told.length = 0;
  made.session.asked.length = 0;
  return made;
}

function next<Type extends keyof VideoRoomEventMap>({ room }: RoomFixture, type: Type) {
  const heard: VideoRoomEventMap[Type][] = [];
  room.addEventListener(type, (event) => void heard.push(event as VideoRoomEventMap[Type]));
  return heard;
}

const withHand = (handRaised: boolean): ParticipantRecord =>
  fakePerson('me', 'Ann', { choices: { ...DEFAULT_CHOICES, handRaised } });

describe('video-room, together', () => {
  it('asks, whatever it is', async () => {
    const { room, session } = await inside();
    room.sendChat('hello');
    room.sendChat('psst', { to: 'p1' });
    room.react('👍');
    room.sendData('poll', { yes: true }, { to: ['p1'] });
    room.mute('p1');
    room.muteAll('camera');
    room.askToUnmute('p1', 'camera');
    room.lowerHand('p1');
    room.removeParticipant('p1', 'Enough');
    room.setAccess('closed');
    room.endRoom();
    expect(session.asked).to.deep.equal([
      'ask chat {"text":"hello"}',
      'ask chat {"text":"psst","to":"p1"}',
      'ask react {"emoji":"👍"}',
      'ask data {"topic":"poll","payload":{"yes":true},"to":["p1"]}',
      'ask moderate {"act":"mute","participant":"p1","source":"microphone"}',
      'ask moderate {"act":"mute-all","source":"camera"}',
      'ask moderate {"act":"ask-to-unmute","participant":"p1","source":"camera"}',
      'ask moderate {"act":"lower-hand","participant":"p1"}',
      'ask moderate {"act":"remove","participant":"p1","message":"Enough"}',
      'ask moderate {"act":"set-access","access":"closed"}',
      'ask moderate {"act":"end"}',
    ]);
  });

  it('tells what is written, but not what was before one came', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    const heard = next(made, 'chat-message');
    made.session.enter([fakePerson('me', 'Ann')], { messages: [written('1')] });
    expect(heard).to.deep.equal([]);
    made.session.act({ type: 'chat', messages: [written('2')] });
    made.session.act({ type: 'connection-lost' });
    made.session.enter([fakePerson('me', 'Ann')], { messages: [written('1'), written('2'), written('3')] });
    expect(heard.map(({ message }) => message.id)).to.deep.equal(['2', '3']);
    expect(made.room.messages.map(({ id }) => id)).to.deep.equal(['1', '2', '3']);
    expect(made.told.filter((type) => type.startsWith('bubbled'))).to.deep.equal([]);
  });

  it('tells the first message of a room, too', async () => {
    const made = await inside();
    const heard = next(made, 'chat-message');
    made.session.act({ type: 'chat', messages: [written('1')] });
    expect(heard.map(({ message }) => message.text)).to.deep.equal(['text 1']);
  });

  it('raises a hand and says when it is up or down, whoever did it', async () => {
    const made = await inside();
    const heard = next(made, 'hand-changed');
    made.room.toggleHand(false);
    made.room.toggleHand();
    expect(made.session.asked).to.deep.equal(['choose {"handRaised":true}']);
    expect(made.room.handRaised).to.equal(false);
    made.session.act({ type: 'participant', participant: withHand(true) });
    expect(made.room.handRaised).to.equal(true);
    made.session.act({
      type: 'participant',
      participant: fakePerson('p1', 'Ben', { choices: withHand(true).choices }),
    });
    made.session.act({ type: 'participant', participant: withHand(false) });
    expect(heard.map(({ on }) => on)).to.deep.equal([true, false]);
  });

  it('tells reactions, data and moderation with all that was said', async () => {
    const made = await inside();
    const [reactions, data, moderated] = [next(made, 'reaction'), next(made, 'data'), next(made, 'moderated')];
    made.session.pass({ type: 'reaction', payload: { from: BEN, emoji: '🎉' } });
    made.session.pass({ type: 'data', payload: { topic: 'poll', payload: [1] } });
    made.session.pass({ type: 'moderated', payload: { act: 'mute', source: 'microphone', by: BEN } });
    made.session.pass({ type: 'moderated', payload: { act: 'ask-to-unmute', source: 'camera' } });
    expect(reactions.map(({ from, emoji, type }) => [from, emoji, type])).to.deep.equal([[BEN, '🎉', 'reaction']]);
    expect(data.map(({ topic, payload, from }) => [topic, payload, from])).to.deep.equal([['poll', [1], undefined]]);
    expect(moderated.map(({ act, source, by, cancelable }) => [act, source, by, cancelable])).to.deep.equal([
      ['mute', 'microphone', BEN, false],
      ['ask-to-unmute', 'camera', undefined, true],
    ]);
    expect(made.told).to.deep.equal(['reaction', 'data', 'moderated', 'moderated']);
  });
});
