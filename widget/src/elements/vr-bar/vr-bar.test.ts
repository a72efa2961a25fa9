import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { VideoRoomError } from '../../core/errors.js';
import type { DeviceState } from '../../core/session-state.js';
import type { ActionRequestEvent } from '../../events/action-request.js';
import '../../text/en-media.js';
import type { ControlName } from './controls.js';
import type { VrBar } from './vr-bar.js';
import './vr-bar.js';

const ON: DeviceState = { wanted: true, status: 'on' };
const OFF: DeviceState = { wanted: false, status: 'off' };
const REFUSED: DeviceState = { wanted: true, status: 'failed', error: new VideoRoomError('device-denied', 'no') };

const show = (camera: DeviceState, microphone: DeviceState = ON) =>
  fixture<VrBar>(
    html`<vr-bar
      .camera=${camera}
      .microphone=${microphone}
      .troubles=${{ camera: { title: 'Access was refused', hint: 'Allow it, then try again.' } }}
    ></vr-bar>`,
  );
const button = (bar: VrBar, name: string) =>
  bar.shadowRoot!.querySelector<HTMLButtonElement>(`[part~="${name}-button"]`)!;

describe('vr-bar', () => {
  it('is accessible', async () => {
    await expect(await show(ON)).to.be.accessible();
    await expect(await show(REFUSED, OFF)).to.be.accessible();
  });

  it('shows which devices are on', async () => {
    const bar = await show(OFF);
    expect(button(bar, 'camera').ariaPressed).to.equal('false');
    expect(button(bar, 'microphone').ariaPressed).to.equal('true');
  });

  it('asks, and changes nothing itself', async () => {
    const bar = await show(ON);
    for (const [name, type] of [
      ['camera', 'toggle-camera'],
      ['microphone', 'toggle-microphone'],
      ['debug', 'toggle-debug'],
      ['leave', 'leave'],
    ] as const) {
      setTimeout(() => button(bar, name).click());
      const event = await oneEvent<ActionRequestEvent>(bar, 'action-request');
      expect(event.action.type).to.equal(type);
    }
    await bar.updateComplete;
    expect(button(bar, 'camera').ariaPressed).to.equal('true');
  });

  it('has only the buttons that are wanted, and rules only between them', async () => {
    const bar = await show(ON);
    const shown = async (...controls: ControlName[]) => {
      bar.controls = new Set(controls);
      await bar.updateComplete;
      return [...bar.shadowRoot!.querySelectorAll('button, .rule')].map((each) => each.ariaLabel ?? '|');
    };
    expect(await shown('microphone', 'camera', 'leave')).to.deep.equal(['Microphone', 'Camera', '|', 'Leave']);
    expect(await shown('microphone', 'more', 'leave')).to.deep.equal(['Microphone', '|', 'More', '|', 'Leave']);
    expect(await shown('debug', 'more')).to.deep.equal(['Debug log', 'More']);
    expect(await shown('leave')).to.deep.equal(['Leave']);
    expect(await shown()).to.deep.equal([]);
    bar.focus();
  });

  it('says that there is something new behind the more button', async () => {
    const bar = await show(ON);
    bar.news = '2 new messages';
    await bar.updateComplete;
    expect(button(bar, 'more').ariaLabel).to.equal('More, 2 new messages');
    await expect(bar).to.be.accessible();
  });

  it('says why a device failed and what to do', async () => {
    const bar = await show(REFUSED);
    const camera = button(bar, 'camera');
    expect(camera.ariaPressed).to.equal('false');
    expect(camera.querySelector('[part=device-badge]')).not.to.equal(null);
    const reason = bar.shadowRoot!.getElementById(camera.getAttribute('aria-describedby')!)!;
    expect(reason.textContent).to.contain('Access was refused');
    expect(reason.textContent).to.contain('then try again');
  });

  it('fades when quiet, but never while the keyboard is on it', async () => {
    const bar = await show(ON);
    const shown = bar.shadowRoot!.querySelector<HTMLElement>('.bar')!;
    shown.style.transition = 'none';
    bar.quiet = true;
    await bar.updateComplete;
    expect(getComputedStyle(shown).opacity).to.equal('0');
    button(bar, 'camera').focus();
    expect(getComputedStyle(shown).opacity).to.equal('1');
  });
});
