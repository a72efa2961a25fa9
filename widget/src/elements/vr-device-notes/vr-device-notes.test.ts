import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { DeviceActionEvent } from '../../events/device-action.js';
import { FAKE_TROUBLES } from '../device-desk/fake-panel.js';
import { troubleOf } from '../device-desk/troubles.js';
import type { DeviceNotes, VrDeviceNotes } from './vr-device-notes.js';
import './vr-device-notes.js';

const NONE: DeviceNotes = { troubles: [], news: '', muted: false, talking: false };
const show = (change: Partial<DeviceNotes>) =>
  fixture<VrDeviceNotes>(html`<vr-device-notes .notes=${{ ...NONE, ...change }}></vr-device-notes>`);

async function actionOf(notes: VrDeviceNotes, part: string) {
  setTimeout(() => notes.shadowRoot!.querySelector<HTMLElement>(`[part=${part}]`)!.click());
  return (await oneEvent<DeviceActionEvent>(notes, 'device-action')).action;
}

describe('vr-device-notes', () => {
  it('is accessible', async () => {
    await expect(await show({ troubles: FAKE_TROUBLES, news: 'Now using Headset', muted: true })).to.be.accessible();
  });

  it('says nothing of what is well', async () => {
    expect((await show({})).shadowRoot!.querySelector('.pill')).to.equal(null);
  });

  it('lets a device be tried again or gone on without', async () => {
    const notes = await show({ troubles: [troubleOf('device-denied', ['microphone', 'camera'])] });
    expect(notes.shadowRoot!.textContent).to.contain('You did not allow camera and microphone');
    const sources = ['microphone', 'camera'];
    expect(await actionOf(notes, 'retry-device-button')).to.deep.equal({ type: 'retry', sources });
    expect(await actionOf(notes, 'go-without-button')).to.deep.equal({ type: 'go-without', sources });
  });

  it('offers no retry where only the site can help, and no going without what comes back by itself', async () => {
    const blocked = await show({ troubles: [troubleOf('device-blocked-by-page', ['camera'])] });
    expect(blocked.shadowRoot!.querySelector('[part=retry-device-button]')).to.equal(null);
    const passing = await show({ troubles: [troubleOf('device-interrupted', ['camera'])] });
    expect(passing.shadowRoot!.querySelector('[part=go-without-button]')).to.equal(null);
  });

  it('says that one speaks while muted, and unmutes', async () => {
    const notes = await show({ muted: true });
    expect(notes.shadowRoot!.querySelector('[part~=muted-hint]')!.textContent).to.contain('You are muted');
    expect(await actionOf(notes, 'unmute-button')).to.deep.equal({ type: 'unmute' });
  });
});
