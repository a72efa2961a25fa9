import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { DeviceAction, DeviceActionEvent } from '../../events/device-action.js';
import type { DevicePanel } from '../device-desk/device-panel.js';
import { FAKE_PANEL, FAKE_TROUBLES } from '../device-desk/fake-panel.js';
import type { VrDevices } from './vr-devices.js';
import './vr-devices.js';

const show = (change: Partial<DevicePanel> = {}, open = true) =>
  fixture<VrDevices>(html`<vr-devices .panel=${{ ...FAKE_PANEL, ...change }} .open=${open}></vr-devices>`);
const within = <Found extends HTMLElement>(devices: VrDevices, selector: string) =>
  devices.shadowRoot!.querySelector<Found>(selector)!;

async function actionOf(devices: VrDevices, act: () => void) {
  setTimeout(act);
  return (await oneEvent<DeviceActionEvent>(devices, 'device-action')).action;
}

describe('vr-devices', () => {
  it('is accessible, closed and open', async () => {
    await expect(await show({}, false)).to.be.accessible();
    await expect(await show({ troubles: FAKE_TROUBLES, canSwitchCamera: true })).to.be.accessible();
  });

  it('opens from its button and takes the focus', async () => {
    const devices = await show({}, false);
    const button = within(devices, '[part~=devices-button]');
    expect(button.ariaExpanded).to.equal('false');
    expect(await actionOf(devices, () => button.click())).to.deep.equal({ type: 'open', open: true });
    devices.open = true;
    await devices.updateComplete;
    expect(devices.shadowRoot!.activeElement).to.equal(within(devices, '[role=dialog]'));
    expect(button.ariaExpanded).to.equal('true');
  });

  it('closes by Escape, its button and a click elsewhere, but not by one inside', async () => {
    const devices = await show();
    const close = { type: 'open', open: false };
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
    expect(await actionOf(devices, () => within(devices, 'select').dispatchEvent(escape))).to.deep.equal(close);
    expect(devices.shadowRoot!.activeElement).to.equal(within(devices, '[part~=devices-button]'));
    const cross = within(devices, '[part=device-menu-close-button]');
    expect(await actionOf(devices, () => cross.click())).to.deep.equal(close);
    let asked = 0;
    devices.addEventListener('device-action', () => (asked += 1));
    within(devices, 'select').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(asked).to.equal(0);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(asked).to.equal(1);
  });

  it('closes when the keyboard goes elsewhere, which keeps it, and by Escape on its button, but not on the way within', async () => {
    const elsewhere = document.body.appendChild(document.createElement('button'));
    const devices = await show();
    const button = within(devices, '[part~=devices-button]');
    const asked: DeviceAction[] = [];
    devices.addEventListener('device-action', (event) => asked.push((event as DeviceActionEvent).action));
    const close = { type: 'open', open: false };
    within(devices, 'select').focus();
    button.focus();
    expect(asked).to.deep.equal([]);
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(asked).to.deep.equal([close]);
    elsewhere.focus();
    expect(asked).to.deep.equal([close, close]);
    expect(document.activeElement).to.equal(elsewhere);
    devices.open = false;
    await devices.updateComplete;
    button.focus();
    elsewhere.focus();
    expect(asked).to.have.length(2);
    elsewhere.remove();
  });

  it('keeps the keyboard when what had it is over', async () => {
    const devices = await show({ troubles: FAKE_TROUBLES });
    within(devices, '[part~=retry-device-button]').focus();
    devices.panel = FAKE_PANEL;
    await devices.updateComplete;
    expect(devices.shadowRoot!.activeElement).to.equal(within(devices, '[role=dialog]'));
  });

  it('shows what is in use and asks for another', async () => {
    const devices = await show();
    const select = within<HTMLSelectElement>(devices, '[part~=camera-select]');
    expect([...select.options].map(({ text, selected }) => `${text} ${selected}`)).to.deep.equal([
      'Built-in camera true',
      'Desk camera false',
    ]);
    const action = await actionOf(devices, () => {
      select.value = 'id of Desk camera';
      select.dispatchEvent(new Event('change'));
    });
    expect(action).to.deep.equal({ type: 'select', kind: 'camera', deviceId: 'id of Desk camera' });
  });

  it('asks for the sound to be processed otherwise', async () => {
    const devices = await show();
    const action = await actionOf(devices, () => within(devices, '[name=noiseSuppression]').click());
    expect(action).to.deep.equal({ type: 'process', change: { noiseSuppression: false } });
  });

  it('asks for a tone, and on phones for the other camera', async () => {
    const devices = await show({ canSwitchCamera: true });
    const test = within(devices, '[part=test-button]');
    expect((await actionOf(devices, () => test.click())).type).to.equal('test-sound');
    const other = within(devices, '[part=switch-camera-button]');
    expect((await actionOf(devices, () => other.click())).type).to.equal('switch-camera');
    expect(within(await show({ testing: true }), '[part=test-button]').matches(':disabled')).to.equal(true);
  });

  it('has nothing of what one may not send', async () => {
    const devices = await show({ sources: ['camera'] });
    expect(within(devices, '[part~=microphone-select]')).to.equal(null);
    expect(within(devices, '[role=switch]')).to.equal(null);
    expect(within(devices, '[part~=speaker-select]')).not.to.equal(null);
  });

  it('says what went wrong, with a way to try again where that may help', async () => {
    const devices = await show({ troubles: FAKE_TROUBLES });
    const [used, blocked] = devices.shadowRoot!.querySelectorAll('[part=device-trouble]');
    expect(used!.textContent).to.contain('The camera could not be started');
    expect(blocked!.textContent).to.contain('allow="microphone"');
    expect(blocked!.querySelector('button')).to.equal(null);
    expect(await actionOf(devices, () => used!.querySelector('button')!.click())).to.deep.equal({
      type: 'retry',
      sources: ['camera'],
    });
  });
});
