import { expect, html, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { fakePerson } from '../../controllers/fake-session.js';
import { VideoRoomError } from '../../core/errors.js';
import type { VideoRoomEventMap } from '../../events/index.js';
import { meet, roomFixture, within } from './room-fixture.js';

const wanted = (asked: readonly string[]) => asked.filter((line) => line.startsWith('setWanted'));

describe('video-room', () => {
  beforeEach(() => localStorage.clear());

  it('is accessible in every phase', async () => {
    const made = await roomFixture(html`<video-room prejoin></video-room>`);
    const { room, session } = made;
    await expect(room).to.be.accessible();
    await meet(made);
    await expect(room).to.be.accessible();
    session.act({ type: 'connection-lost' });
    await room.updateComplete;
    await expect(room).to.be.accessible();
    session.act({ type: 'failed', error: new VideoRoomError('room-full', 'full') });
    await room.updateComplete;
    await expect(room).to.be.accessible();
  });

  describe('joining', () => {
    it('happens by itself with a token', async () => {
      const { room, session } = await roomFixture(html`<video-room token="t" display-name="Ann"></video-room>`);
      expect(session.asked).to.contain('join');
      expect(session.joinOptions).to.include({ serverUrl: location.origin, token: 't', name: 'Ann' });
      expect(room.state).to.equal('connecting');
    });

    it('happens once a token is there', async () => {
      const { room, session } = await roomFixture(html`<video-room></video-room>`);
      expect(session.asked).not.to.contain('join');
      room.token = 't';
      await room.updateComplete;
      expect(session.asked).to.contain('join');
    });

    it('waits with prejoin, and warms the connection', async () => {
      const { room, session } = await roomFixture(
        html`<video-room prejoin token="t" server="https://calls.example/x"></video-room>`,
      );
      expect(session.asked).to.contain('warm https://calls.example').and.not.to.contain('join');
      within(room, 'vr-prejoin')!.shadowRoot!.querySelector<HTMLButtonElement>('[part=join-button]')!.click();
      expect(session.joinOptions!.serverUrl).to.equal('https://calls.example');
    });

    it('asks the token endpoint', async () => {
      const { session } = await roomFixture(html`<video-room token-endpoint="/tokens" room="standup"></video-room>`);
      expect(session.joinOptions!.token).to.be.a('function');
    });

    it('warms the connection again when somebody comes near, as the server lets idle ones go', async () => {
      const { room, session } = await roomFixture(html`<video-room prejoin token="t"></video-room>`);
      for (const sign of ['pointerenter', 'focusin']) {
        session.asked.length = 0;
        room.dispatchEvent(new Event(sign));
        await room.updateComplete;
        expect(session.asked, sign).to.deep.equal([`warm ${location.origin}`]);
      }
    });

    it('fails in words without a token, and with addresses that are none', async () => {
      for (const [template, code] of [
        [html`<video-room prejoin></video-room>`, 'token-missing'],
        [html`<video-room token-endpoint="http://["></video-room>`, 'token-endpoint-failed'],
      ] as const) {
        const { room, session } = await roomFixture(template);
        room.join();
        const { token } = session.joinOptions!;
        const error = await (token as () => Promise<unknown>)().catch((reason: unknown) => reason);
        expect(error).to.be.instanceOf(VideoRoomError).and.include({ code });
      }
      for (const server of ['ftp://x', 'http://[']) {
        const { session } = await roomFixture(html`<video-room token="t" server=${server}></video-room>`);
        expect(session.joinOptions!.serverUrl).to.equal('');
      }
    });

    it('takes the address of a WebSocket server', async () => {
      const { session } = await roomFixture(html`<video-room token="t" server="wss://calls.example"></video-room>`);
      expect(session.joinOptions!.serverUrl).to.equal('https://calls.example');
    });

    it('lets the session ask for the token the page has given meanwhile', async () => {
      const { room, session } = await roomFixture(html`<video-room token="old"></video-room>`);
      room.token = 'new';
      expect(session.joinOptions!.currentToken!()).to.equal('new');
    });

    it('goes on with a token that the page sets during the call, and tells when one ends soon', async () => {
      const made = await roomFixture(html`<video-room token="old"></video-room>`);
      const { room, session } = made;
      await meet(made);
      const expiring = oneEvent<VideoRoomEventMap['token-expiring']>(room, 'token-expiring');
      session.pass({ type: 'token-expiring', payload: { expiresAt: 7 } });
      expect((await expiring).expiresAt).to.equal(7);
      const asked = () => session.asked.filter((line) => line === 'tokenGiven').length;
      const before = asked();
      room.setAttribute('token', 'new');
      await room.updateComplete;
      expect(asked()).to.equal(before + 1);
    });

    it('does not start again by itself after leaving or failing', async () => {
      const { room, session } = await roomFixture(html`<video-room token="t"></video-room>`);
      room.leave();
      await room.updateComplete;
      expect(session.asked.filter((line) => line === 'join')).to.have.length(1);
      expect(room.state).to.equal('left');
      room.join();
      expect(room.state).to.equal('connecting');
    });
  });

  describe('what it tells', () => {
    it('joins, people and leaving, on itself only', async () => {
      const made = await roomFixture(html`<video-room token="t"></video-room>`);
      const { room, session, told } = made;
      await meet(made);
      expect(told).to.deep.equal(['state-changed', 'joined']);
      expect(room.participants.map(({ name }) => name)).to.deep.equal(['Ann', 'Ben']);
      expect(room.localParticipant!.id).to.equal('me');
      session.act({ type: 'participant', participant: fakePerson('p2', 'Chi') });
      room.leave();
      expect(told).to.deep.equal(['state-changed', 'joined', 'participant-joined', 'state-changed', 'left']);
    });

    it('its phase, to style sheets', async () => {
      const { room } = await roomFixture(html`<video-room prejoin></video-room>`);
      expect(room.matches(':state(idle)')).to.equal(true);
      const made = await roomFixture(html`<video-room token="t"></video-room>`);
      expect(made.room.matches(':state(connecting)')).to.equal(true);
      await meet(made);
      expect(made.room.matches(':state(joined)')).to.equal(true);
      expect(made.room.matches(':state(connecting)')).to.equal(false);
    });

    it('why it failed', async () => {
      const { room, session } = await roomFixture(html`<video-room token="t"></video-room>`);
      let code = '';
      room.addEventListener('error', (event) => (code = event.code));
      session.act({ type: 'failed', error: new VideoRoomError('room-full', 'full') });
      await room.updateComplete;
      expect(code).to.equal('room-full');
      expect(room.error!.code).to.equal('room-full');
      expect(within(room, 'vr-notice')!.shadowRoot!.textContent).to.contain('The room is full');
    });

    it('an update, with an offer to reload unless the page takes it over', async () => {
      const made = await roomFixture(html`<video-room token="t"></video-room>`);
      await meet(made);
      made.session.changeServer('1', '2');
      await made.room.updateComplete;
      expect(made.room.shadowRoot!.textContent).to.contain('Update ready');

      const other = await roomFixture(html`<video-room token="t"></video-room>`);
      await meet(other);
      other.room.addEventListener('update-available', (event) => event.preventDefault());
      other.session.changeServer('1', '2');
      await other.room.updateComplete;
      expect(other.room.shadowRoot!.textContent).not.to.contain('Update ready');
    });
  });

  describe('switches', () => {
    it('start as the attributes say', async () => {
      const { room, session } = await roomFixture(html`<video-room camera="off"></video-room>`);
      expect(room.camera).to.equal('off');
      expect(room.microphone).to.equal('on');
      expect(wanted(session.asked)).to.include('setWanted camera false').and.include('setWanted microphone true');
    });

    it('are off with anything but `on`, and stay when the attribute goes', async () => {
      for (const value of ['off', 'OFF', 'false', 'no', '0']) {
        const { room } = await roomFixture(html`<video-room camera=${value}></video-room>`);
        expect(room.camera, value).to.equal('off');
        room.removeAttribute('camera');
        await room.updateComplete;
        expect(room.camera, `${value} removed`).to.equal('off');
      }
      for (const value of ['', 'on', 'ON']) {
        const { room } = await roomFixture(html`<video-room camera=${value}></video-room>`);
        expect(room.camera, value).to.equal('on');
      }
    });

    it('take no property for a choice that a framework only passes on undefined', async () => {
      const { room } = await roomFixture(html`<video-room camera="on"></video-room>`);
      Object.assign(room, { camera: undefined });
      expect(room.camera).to.equal('on');
    });

    it('start as remembered unless the page says otherwise', async () => {
      localStorage.setItem('video-room:preferences', '{"camera":false,"microphone":false}');
      const { room } = await roomFixture(html`<video-room camera="on"></video-room>`);
      expect(room.camera).to.equal('on');
      expect(room.microphone).to.equal('off');
    });

    it('tell once when they change, and nothing when set to what they are', async () => {
      const { room, told } = await roomFixture(html`<video-room></video-room>`);
      room.camera = 'on';
      expect(told).to.have.length(0);
      room.camera = 'off';
      room.toggleCamera(false);
      expect(told).to.deep.equal(['camera-changed']);
      room.toggleMicrophone();
      expect(room.microphone).to.equal('off');
      expect(told).to.deep.equal(['camera-changed', 'microphone-changed']);
    });

    it('try again a device that failed', async () => {
      const { room, session, told } = await roomFixture(html`<video-room></video-room>`);
      const error = new VideoRoomError('device-denied', 'no');
      session.act({ type: 'device', source: 'camera', device: { wanted: true, status: 'failed', error } });
      expect(room.camera).to.equal('off');
      await waitUntil(() => told.includes('device-error'));
      expect(told).to.deep.equal(['camera-changed', 'device-error']);
      room.toggleCamera();
      expect(session.asked.at(-1)).to.equal('setWanted camera true');
      expect(room.camera).to.equal('on');
    });

    it('are remembered when the person used them', async () => {
      const made = await roomFixture(html`<video-room token="t"></video-room>`);
      await meet(made);
      within(made.room, 'vr-bar')!.shadowRoot!.querySelector<HTMLButtonElement>('[part~=camera-button]')!.click();
      expect(made.room.camera).to.equal('off');
      const { room } = await roomFixture(html`<video-room></video-room>`);
      expect(room.camera).to.equal('off');
    });
  });

  it('has no switch for what one may not send', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    const watcher = fakePerson('me', 'Ann');
    made.session.enter([{ ...watcher, rights: { ...watcher.rights, publish: ['microphone'] } }]);
    await made.room.updateComplete;
    const bar = within(made.room, 'vr-bar')!.shadowRoot!;
    expect(bar.querySelector('[part~=microphone-button]')).to.not.equal(null);
    expect(bar.querySelector('[part~=camera-button]')).to.equal(null);
  });

  it('passes on a new name during the call', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    await meet(made);
    made.room.displayName = 'Anna';
    await made.room.updateComplete;
    expect(made.session.asked.at(-1)).to.equal('setName Anna');
  });

  it('offers sound once for everybody when the browser refuses it', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('gesture', 'NotAllowedError'));
    try {
      await meet(made);
      for (const source of ['microphone', 'screenAudio'] as const) {
        const [track] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
        made.session.act({ type: 'track', peer: 'p1', source, track });
      }
      await waitUntil(() => within(made.room, '[part~=sound-button]'));
      expect(made.room.shadowRoot!.querySelectorAll('[part~=sound-button]')).to.have.length(1);
    } finally {
      HTMLMediaElement.prototype.play = play;
    }
    within(made.room, '[part~=sound-button]')!.click();
    await made.room.updateComplete;
    expect(within(made.room, '[part~=sound-button]')).to.equal(null);
  });
});
