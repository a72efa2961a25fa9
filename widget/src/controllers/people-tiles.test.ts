import { expect } from '@open-wc/testing';
import { NO_MEDIA } from '@video-room/protocol';
import { FakeSession, fakePerson } from './fake-session.js';
import { tilesOf } from './people-tiles.js';

const track = () => document.createElement('canvas').captureStream(1).getVideoTracks()[0]!;

function meet() {
  const session = new FakeSession();
  session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben'), fakePerson('p2', 'Chi')]);
  return session;
}

const statusOf = (session: FakeSession) => tilesOf(session.state, '').find(({ id }) => id === 'p1')?.status;

describe('tilesOf', () => {
  it('puts oneself last, under a key that outlives the id', () => {
    expect(tilesOf(meet().state, '').map(({ key }) => key)).to.deep.equal(['p1', 'p2', 'own']);
  });

  it('shows oneself muted while the system lets no sound through', () => {
    const session = meet();
    session.act({ type: 'device', source: 'microphone', device: { wanted: true, status: 'on', track: track() } });
    expect(tilesOf(session.state, '').at(-1)?.muted).to.equal(false);
    session.act({ type: 'device', source: 'microphone', device: { wanted: true, status: 'interrupted' } });
    expect(tilesOf(session.state, '').at(-1)?.muted).to.equal(true);
  });

  it('shows no picture of somebody who says the camera is off', () => {
    const session = meet();
    session.act({ type: 'track', peer: 'p1', source: 'camera', track: track() });
    expect(tilesOf(session.state, '')[0]?.camera).not.to.equal(undefined);
    session.act({
      type: 'participant',
      participant: fakePerson('p1', 'Ben', { media: NO_MEDIA }),
    });
    expect(tilesOf(session.state, '')[0]).to.include({ camera: undefined, muted: true });
  });

  it('shows how connections do, but not while there is none', () => {
    const session = meet();
    session.act({ type: 'link', peer: 'p1', phase: 'connected' });
    session.act({
      type: 'quality',
      quality: new Map([
        ['p1', 'poor'],
        ['me', 'fair'],
      ]),
    });
    const qualities = () => tilesOf(session.state, '').map(({ quality }) => quality);
    expect(qualities()).to.deep.equal(['poor', undefined, 'fair']);
    session.act({ type: 'link', peer: 'p1', phase: 'interrupted' });
    expect(qualities()).to.deep.equal([undefined, undefined, 'fair']);
  });

  it('shows a shared screen after its person, with its sound, for as long as that person says so', () => {
    const session = meet();
    const [picture, sound] = [track(), track()];
    session.act({ type: 'track', peer: 'p1', source: 'screen', track: picture });
    session.act({ type: 'track', peer: 'p1', source: 'screenAudio', track: sound });
    const keys = () => tilesOf(session.state, '').map(({ key }) => key);
    expect(keys()).to.deep.equal(['p1', 'p2', 'own']);
    const says = (screen: boolean) =>
      session.act({ type: 'participant', participant: fakePerson('p1', 'Ben', { media: { ...NO_MEDIA, screen } }) });
    says(true);
    expect(keys()).to.deep.equal(['p1', 'p1/screen', 'p2', 'own']);
    expect(tilesOf(session.state, '')[1]).to.include({
      kind: 'screen',
      id: 'p1',
      identity: 'p1@example.org',
      name: 'Ben’s screen',
      own: false,
      camera: picture,
      muted: false,
    });
    says(false);
    expect(keys()).to.deep.equal(['p1', 'p2', 'own']);
  });

  it('tells that one shares oneself, without the picture', () => {
    const session = meet();
    session.act({ type: 'screen', screen: { status: 'on', track: track(), audio: track() } });
    expect(tilesOf(session.state, '').at(-1)).to.include({
      key: 'own/screen',
      kind: 'screen',
      own: true,
      camera: undefined,
    });
  });

  it('tells how the connection stands', () => {
    const session = meet();
    expect(statusOf(session)).to.equal('connecting');
    session.act({ type: 'link', peer: 'p1', phase: 'connected' });
    expect(statusOf(session)).to.equal('live');
    session.act({ type: 'link', peer: 'p1', phase: 'interrupted' });
    expect(statusOf(session)).to.equal('interrupted');
    session.act({ type: 'link', peer: 'p1', phase: 'failed' });
    expect(statusOf(session)).to.equal('failed');
  });

  it('shows somebody away as interrupted only if the media stopped, too', () => {
    const session = meet();
    session.act({ type: 'link', peer: 'p1', phase: 'connected' });
    session.act({ type: 'participant', participant: fakePerson('p1', 'Ben', { connection: 'away' }) });
    expect(statusOf(session)).to.equal('live');
    session.act({ type: 'link', peer: 'p1', phase: undefined });
    expect(statusOf(session)).to.equal('interrupted');
  });

  it('expects nothing of somebody who may send nothing', () => {
    const session = meet();
    const rights = { publish: [], subscribe: true, publishData: false, admin: false };
    session.act({ type: 'participant', participant: fakePerson('p1', 'Ben', { rights }) });
    expect(statusOf(session)).to.equal('live');
  });

  it('knows who of the others is loudest, and never oneself', () => {
    const session = meet();
    const loudest = () => tilesOf(session.state, '').flatMap(({ key, loudest: is }) => (is ? key : []));
    session.act({ type: 'speaking', speaking: new Set([session.state.you!, 'p1']) });
    expect(loudest()).to.deep.equal(['p1']);
    session.act({ type: 'speaking', speaking: new Set([session.state.you!]) });
    expect(loudest()).to.deep.equal([]);
  });
});
