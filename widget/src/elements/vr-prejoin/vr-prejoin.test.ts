import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import type { ActionRequestEvent } from '../../events/action-request.js';
import type { DeviceActionEvent } from '../../events/device-action.js';
import { FAKE_PANEL, FAKE_TROUBLES } from '../device-desk/fake-panel.js';
import type { Prejoin, VrPrejoin } from './vr-prejoin.js';
import './vr-prejoin.js';

const ON = { wanted: true, status: 'on' } as const;
const VIEW: Prejoin = {
  ...FAKE_PANEL,
  name: 'Ann',
  state: { microphone: ON, camera: ON },
  unasked: false,
  later: false,
};

const show = (change: Partial<Prejoin> = {}) =>
  fixture<VrPrejoin>(html`<vr-prejoin .view=${{ ...VIEW, ...change }}></vr-prejoin>`);
const within = <Found extends HTMLElement>(prejoin: VrPrejoin, part: string) =>
  prejoin.shadowRoot!.querySelector<Found>(`[part~=${part}]`)!;

async function actionOf(prejoin: VrPrejoin, part: string) {
  setTimeout(() => within(prejoin, part).click());
  return (await oneEvent<DeviceActionEvent>(prejoin, 'device-action')).action;
}

async function joinOf(prejoin: VrPrejoin) {
  setTimeout(() => within(prejoin, 'join-button').click());
  return (await oneEvent<ActionRequestEvent>(prejoin, 'action-request')).action;
}

function pictureTrack() {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')!.fillRect(0, 0, 10, 10);
  return canvas.captureStream(5).getVideoTracks()[0]!;
}

const VIEWS: Record<string, Partial<Prejoin>> = {
  'with devices': {},
  'before the browser was asked': { unasked: true },
  'with troubles': { troubles: FAKE_TROUBLES },
  'for those who watch': { sources: [] },
};

describe('vr-prejoin', () => {
  for (const [name, change] of Object.entries(VIEWS)) {
    it(`is accessible ${name}`, async () => {
      await expect(await show(change)).to.be.accessible();
    });
  }

  it('joins with the name that was typed, or without', async () => {
    const prejoin = await show();
    const field = within<HTMLInputElement>(prejoin, 'name-field');
    expect(field.value).to.equal('Ann');
    field.value = '  Anna ';
    expect(await joinOf(prejoin)).to.deep.equal({ type: 'join', name: 'Anna' });
    expect(await joinOf(await show({ name: '' }))).to.deep.equal({ type: 'join' });
  });

  it('can be joined whatever became of the devices', async () => {
    for (const change of Object.values(VIEWS)) expect((await joinOf(await show(change))).type).to.equal('join');
  });

  it('shows one’s own picture, as in a mirror unless it is of the other side', async () => {
    const camera = pictureTrack();
    const prejoin = await show({ state: { microphone: ON, camera: { ...ON, track: camera } } });
    const video = prejoin.shadowRoot!.querySelector('video')!;
    await waitUntil(() => !video.paused);
    expect((video.srcObject as MediaStream).getTracks()).to.deep.equal([camera]);
    expect(getComputedStyle(video).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
    expect(video.muted).to.equal(true);
    camera.getSettings = () => ({ facingMode: 'environment' });
    prejoin.view = { ...VIEW, state: { microphone: ON, camera: { ...ON, track: camera } } };
    await prejoin.updateComplete;
    expect(getComputedStyle(video).transform).to.equal('none');
  });

  it('turns devices on and off', async () => {
    const prejoin = await show({ state: { microphone: { wanted: false, status: 'off' }, camera: ON } });
    expect(within(prejoin, 'preview-microphone-button').ariaPressed).to.equal('false');
    expect(within(prejoin, 'preview-camera-button').ariaPressed).to.equal('true');
    expect(await actionOf(prejoin, 'preview-camera-button')).to.deep.equal({ type: 'toggle', source: 'camera' });
  });

  it('explains before the browser asks, and lets the person decide when', async () => {
    const prejoin = await show({ unasked: true });
    expect(within(prejoin, 'preview').textContent).to.contain('Nobody sees or hears you before you join.');
    expect(prejoin.shadowRoot!.querySelector('select')).to.equal(null);
    expect(await actionOf(prejoin, 'allow-button')).to.deep.equal({ type: 'preview' });
  });

  it('offers to check the connection, which does not join', async () => {
    expect(await actionOf(await show(), 'preflight-button')).to.deep.equal({ type: 'check' });
  });

  it('has no devices for those who only watch, or before there is a call', async () => {
    const watcher = await show({ sources: [] });
    expect(within(watcher, 'preview')).to.equal(null);
    expect(watcher.shadowRoot!.textContent).to.contain('No camera or microphone is used.');
    const caller = await show({ sources: [], later: true });
    expect(caller.shadowRoot!.textContent).to.contain('only when a call begins');
  });
});
