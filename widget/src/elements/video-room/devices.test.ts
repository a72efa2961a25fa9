import { expect, html } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { VideoRoomError } from '../../core/errors.js';
import { fakeDevice } from '../../core/media/fake-devices.js';
import type { DeviceState } from '../../core/session-state.js';
import { meet, roomFixture, within, type RoomFixture } from './room-fixture.js';

const DEVICES = ['Desk microphone', 'Headset', 'Built-in camera', 'Desk camera', 'Loudspeakers'];

/** In a call, with all that is loaded later. */
async function talk(): Promise<RoomFixture> {
  const made = await roomFixture(html`<video-room token="t"></video-room>`);
  await meet(made);
  await waitUntil(() => made.room.devices.length > 0 && within(made.room, 'vr-devices'));
  return made;
}

const inside = <Found extends HTMLElement>({ room }: RoomFixture, host: string, selector: string) =>
  within(room, host)?.shadowRoot?.querySelector<Found>(selector);

const become = ({ session }: RoomFixture, source: 'camera' | 'microphone', device: DeviceState) =>
  session.act({ type: 'device', source, device });

const soundTrack = () => new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0]!;

describe('one’s own devices in video-room', () => {
  beforeEach(() => localStorage.clear());

  it('are listed and kept current', async () => {
    const { room, session } = await talk();
    expect(room.devices.map(({ label }) => label)).to.deep.equal(DEVICES);
    const lists: number[] = [];
    room.addEventListener('devices-changed', ({ devices }) => lists.push(devices.length));
    session.devices.plug([...session.devices.present, fakeDevice('camera', 'Third camera')]);
    await waitUntil(() => lists.length > 0);
    expect(lists).to.deep.equal([DEVICES.length + 1]);
  });

  it('are chosen by the page for this page, and by the person for the next time, too', async () => {
    const made = await talk();
    const { room, session } = made;
    room.selectDevice('camera', 'id of Desk camera');
    await waitUntil(() => session.asked.includes('setUp {"camera":"id of Desk camera"}'));
    expect(localStorage.length).to.equal(0);
    expect(room.devices.find(({ kind, selected }) => kind === 'camera' && selected)?.label).to.equal('Desk camera');
    room.toggleDevices(true);
    await waitUntil(() => inside(made, 'vr-devices', '[part~=microphone-select]'));
    const select = inside<HTMLSelectElement>(made, 'vr-devices', '[part~=microphone-select]')!;
    select.value = 'id of Headset';
    select.dispatchEvent(new Event('change'));
    inside<HTMLElement>(made, 'vr-devices', '[name=echoCancellation]')!.click();
    expect(session.asked).to.include('setUp {"microphone":"id of Headset"}');
    expect(room.processing.echoCancellation).to.equal(false);
    const again = await roomFixture(html`<video-room token="t"></video-room>`);
    expect(again.session.asked).to.include('setUp {"microphone":"id of Headset","echoCancellation":false}');
  });

  it('have a menu that tells when it is opened and closed', async () => {
    const { room, told } = await talk();
    told.length = 0;
    room.toggleDevices();
    await room.updateComplete;
    expect(room.devicesOpen).to.equal(true);
    room.toggleDevices(true);
    await room.updateComplete;
    room.toggleDevices(false);
    await room.updateComplete;
    expect(told).to.deep.equal(['device-menu-changed', 'device-menu-changed']);
  });

  it('say what happened, to all, and that the call goes on with another', async () => {
    const made = await talk();
    const error = new VideoRoomError('device-lost', 'gone');
    const [track] = document.createElement('canvas').captureStream(1).getVideoTracks();
    Object.defineProperty(track, 'label', { value: 'Desk camera' });
    become(made, 'camera', { wanted: true, status: 'starting', error });
    become(made, 'camera', { wanted: true, status: 'on', track: track! });
    await made.room.updateComplete;
    const spoken = within(made.room, '.frame > [role=status]')!.textContent;
    expect(spoken).to.contain('The camera was disconnected').and.to.contain('Now using Desk camera');
    await waitUntil(() => inside(made, 'vr-device-notes', '[part~=device-note]'));
    expect(inside(made, 'vr-device-notes', '[part~=device-note]')!.textContent).to.contain('Now using Desk camera');
    expect(made.told).to.include('device-error').and.to.include('device-restored');
  });

  it('are tried again when one comes that was missing', async () => {
    const made = await talk();
    become(made, 'camera', { wanted: true, status: 'failed', error: new VideoRoomError('device-lost', 'gone') });
    made.session.devices.plug([...made.session.devices.present, fakeDevice('camera', 'Third camera')]);
    await waitUntil(() => made.session.asked.includes('setWanted camera true'));
  });

  it('are left out for good where the person goes on without', async () => {
    const made = await talk();
    become(made, 'camera', { wanted: true, status: 'failed', error: new VideoRoomError('device-denied', 'no') });
    await waitUntil(() => inside(made, 'vr-device-notes', '[part=go-without-button]'));
    inside<HTMLElement>(made, 'vr-device-notes', '[part=go-without-button]')!.click();
    await made.room.updateComplete;
    expect(made.session.asked.at(-1)).to.equal('setWanted camera false');
    const { room } = await roomFixture(html`<video-room></video-room>`);
    expect(room.camera).to.equal('off');
  });

  it('talk while Space is held, without being remembered', async () => {
    const made = await talk();
    become(made, 'microphone', { wanted: false, status: 'off', track: soundTrack() });
    const main = within(made.room, '[part=main]')!;
    main.dispatchEvent(new KeyboardEvent('keydown', { code: 'Space', bubbles: true, composed: true }));
    expect(made.room.microphone).to.equal('on');
    main.dispatchEvent(new KeyboardEvent('keyup', { code: 'Space', bubbles: true, composed: true }));
    expect(made.room.microphone).to.equal('off');
    expect(localStorage.length).to.equal(0);
  });

  it('say that one speaks while muted, until one leaves', async () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
    const { getFloatTimeDomainData: measure } = AnalyserNode.prototype;
    AnalyserNode.prototype.getFloatTimeDomainData = (samples) => void samples.fill(0.1);
    try {
      const made = await talk();
      become(made, 'microphone', { wanted: false, status: 'off', track: soundTrack() });
      await waitUntil(() => inside(made, 'vr-device-notes', '[part~=muted-hint]'), 'the hint', { timeout: 6000 });
      inside<HTMLElement>(made, 'vr-device-notes', '[part=unmute-button]')!.click();
      await waitUntil(() => !inside(made, 'vr-device-notes', '[part~=muted-hint]'));
      expect(made.room.microphone).to.equal('on');
    } finally {
      AnalyserNode.prototype.getFloatTimeDomainData = measure;
    }
  });

  it('let others be heard as loud as one likes', async () => {
    const { room } = await talk();
    expect(room.volumeOf('p1')).to.equal(1);
    room.setVolume('p1', 0.3);
    expect(room.volumeOf('p1')).to.equal(0.3);
    room.setVolume('p1', 7);
    expect(room.volumeOf('p1')).to.equal(1);
    room.setVolume('p1', NaN);
    expect(room.volumeOf('p1')).to.equal(0);
  });

  describe('before joining', () => {
    const previews = ({ session }: RoomFixture) => session.asked.filter((line) => line.startsWith('preview'));
    const token = (claims: object) => `h.${btoa(JSON.stringify(claims))}.s`;

    it('open where the browser asks nothing', async () => {
      const made = await roomFixture(html`<video-room token="t"></video-room>`);
      for (const source of ['microphone', 'camera'] as const) made.session.devices.permissions[source] = 'granted';
      made.session.act({ type: 'left', reason: 'left' });
      const { room, session } = await roomFixture(html`<video-room></video-room>`);
      for (const source of ['microphone', 'camera'] as const) session.devices.permissions[source] = 'granted';
      room.prejoin = true;
      await waitUntil(() => session.asked.includes('preview microphone camera'));
    });

    it('wait for the person where it would ask', async () => {
      const made = await roomFixture(html`<video-room prejoin token="t"></video-room>`);
      for (const source of ['microphone', 'camera'] as const) become(made, source, { wanted: true, status: 'off' });
      await waitUntil(() => inside(made, 'vr-prejoin', '[part=allow-button]'));
      expect(previews(made)).to.deep.equal(['preview']);
      inside<HTMLElement>(made, 'vr-prejoin', '[part=allow-button]')!.click();
      expect(previews(made).at(-1)).to.equal('preview microphone camera');
    });

    it('stay closed where none may open', async () => {
      for (const claims of [{ video: { canPublish: false } }, { video: {}, videoRoom: { kind: 'call' } }]) {
        const made = await roomFixture(html`<video-room prejoin token=${token(claims)}></video-room>`);
        expect(inside(made, 'vr-prejoin', '[part~=preview]'), JSON.stringify(claims)).to.equal(null);
        await waitUntil(() => previews(made).length > 0);
        expect(previews(made)).to.deep.equal(['preview']);
      }
    });

    it('stay closed where the page has a Join screen of its own', async () => {
      const made = await roomFixture(html`<video-room><p slot="idle">Come in</p></video-room>`);
      made.room.prejoin = true;
      await waitUntil(() => within(made.room, 'vr-prejoin'));
      await made.room.updateComplete;
      expect(previews(made)).to.deep.equal([]);
    });
  });
});
