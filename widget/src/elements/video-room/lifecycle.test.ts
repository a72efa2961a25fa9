import { aTimeout, expect, html } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { meet, roomFixture } from './room-fixture.js';

const cameraTrack = () => document.createElement('canvas').captureStream(5).getVideoTracks()[0]!;

describe('video-room in the document', () => {
  it('ends everything within 500 ms of being removed', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    await meet(made);
    const track = cameraTrack();
    made.session.act({ type: 'device', source: 'camera', device: { wanted: true, status: 'on', track } });
    const started = performance.now();
    made.room.remove();
    await waitUntil(() => track.readyState === 'ended', 'the track ends', { interval: 5, timeout: 500 });
    expect(performance.now() - started).below(500);
    expect(made.session.closed).to.equal(true);
    expect(made.room.state).to.equal('idle');
    expect(made.told.slice(-3)).to.deep.equal(['state-changed', 'left', 'state-changed']);
  });

  it('keeps the call while it is moved, at once or a task later', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    await meet(made);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(made.room);
    made.room.remove();
    await aTimeout(0);
    elsewhere.append(made.room);
    await aTimeout(200);
    expect(made.session.closed).to.equal(false);
    expect(made.room.state).to.equal('joined');
    expect(made.sessions).to.have.length(1);
    elsewhere.remove();
  });

  it('joins anew when it is put back after it has ended', async () => {
    const made = await roomFixture(html`<video-room token="t" camera="off"></video-room>`);
    await meet(made);
    const parent = made.room.parentElement!;
    made.room.remove();
    await waitUntil(() => made.session.closed);
    parent.append(made.room);
    await waitUntil(() => made.sessions.length === 2);
    await made.room.updateComplete;
    expect(made.sessions[1]!.asked).to.include('setWanted camera false').and.include('join');
  });

  it('shares the page with another one', async () => {
    const one = await roomFixture(html`<video-room token="one"></video-room>`);
    const two = await roomFixture(html`<video-room token="two"></video-room>`);
    await meet(one);
    await meet(two);
    one.room.leave();
    expect(one.room.state).to.equal('left');
    expect(two.room.state).to.equal('joined');
  });

  it('defines its elements only once', async () => {
    const { define } = await import('../define.js');
    expect(() => define('video-room', class extends HTMLElement {})).not.to.throw();
  });
});
