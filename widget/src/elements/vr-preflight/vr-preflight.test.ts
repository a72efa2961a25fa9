import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import {
  finding,
  PREFLIGHT_CHECKS,
  verdictOf,
  verdictsByLayer,
  type OwnPreflightCode,
  type PreflightFinding,
} from '../../core/preflight/finding.js';
import type { PreflightActionEvent } from '../../events/preflight.js';
import { enPreflight } from '../../text/en-preflight.js';
import { words as de } from '../../text/languages/de.js';
import { speak } from '../../text/words.js';
import type { ShownPreflight, VrPreflight } from './vr-preflight.js';
import './vr-preflight.js';

const allBut = (...faults: PreflightFinding[]) =>
  PREFLIGHT_CHECKS.map((check) => faults.find((each) => each.check === check) ?? finding(check, 'ok', 'ok'));

const finished = (findings: readonly PreflightFinding[], text = 'all as text'): ShownPreflight => ({
  findings,
  result: {
    verdict: verdictOf(findings),
    layers: verdictsByLayer(findings),
    findings,
    startedAt: 0,
    durationMs: 1000,
    text,
  },
  closable: true,
});

const FAILED = finished(
  allBut(
    finding('secure-context', 'failed', 'insecure-context'),
    finding('policy-camera', 'warning', 'blocked-by-frame', { feature: 'camera' }),
    finding('camera', 'warning', 'device-in-use'),
    finding('browser', 'warning', 'browser-limited', { missing: ['setParameters', 'getStats'] }),
  ),
);
const RUNNING: ShownPreflight = { findings: allBut().slice(0, 8), closable: true };

const show = (shown: ShownPreflight) => fixture<VrPreflight>(html`<vr-preflight .shown=${shown}></vr-preflight>`);
const within = <Found extends HTMLElement>({ shadowRoot }: VrPreflight, selector: string) =>
  shadowRoot!.querySelector<Found>(selector)!;
const button = (view: VrPreflight, name: string) => within<HTMLButtonElement>(view, `[part=preflight-${name}-button]`);
const textOf = (view: VrPreflight, selector: string) => within(view, selector).innerText.replace(/\s+/g, ' ').trim();

describe('vr-preflight', () => {
  afterEach(() => speak());

  for (const [name, shown] of Object.entries({ failed: FAILED, running: RUNNING, well: finished(allBut()) })) {
    it(`is accessible: ${name}`, async () => {
      await expect(await show(shown)).to.be.accessible();
    });
  }

  it('counts while the checks run, and can be left but not copied', async () => {
    const view = await show(RUNNING);
    expect(textOf(view, '.overall')).to.contain('8 of 18');
    expect(within<HTMLProgressElement>(view, 'progress').value).to.equal(8);
    expect([button(view, 'copy').disabled, button(view, 'again').disabled]).to.deep.equal([true, true]);
    expect(button(view, 'close').disabled).to.equal(false);
  });

  it('unfolds what went wrong, first of all, with what to do and who', async () => {
    const view = await show(FAILED);
    expect(textOf(view, '.overall')).to.equal('Something keeps you from the call.');
    const open = [...view.shadowRoot!.querySelectorAll('details')].map((each) => each.open);
    expect(open).to.deep.equal([true, true, false, false, false]);
    expect(within(view, 'li').dataset['code']).to.equal('insecure-context');
    expect(textOf(view, '[data-code=browser-limited]')).to.contain('setParameters, getStats');
    const said = textOf(view, '[data-code=blocked-by-frame]');
    expect(said).to.contain('The page around this one does not pass on the permission.');
    expect(said).to.contain('For the site’s owner: Write allow="camera" on the iframe.');
    expect(textOf(view, '[data-code=device-in-use]')).to.contain('Close that program');
  });

  it('has words for every code', async () => {
    for (const code of Object.keys(enPreflight.means) as OwnPreflightCode[]) {
      const view = await show(
        finished(allBut(finding('server', 'failed', code, { seconds: 31, kbps: 90, feature: 'x' }))),
      );
      expect(textOf(view, `[data-code=${code}]`)).to.match(/^Reachable ?: failed .{8}/);
    }
  });

  it('shows the figure of what is well', async () => {
    const view = await show(finished(allBut(finding('bandwidth', 'ok', 'ok', { kbps: 2400 }))));
    view.shadowRoot!.querySelectorAll('details')[4]!.open = true;
    expect(textOf(view, 'details:last-of-type')).to.contain('about 2400 kbit/s');
  });

  it('is worked by the keyboard: folds, buttons, heading', async () => {
    const view = await show(FAILED);
    view.focus();
    expect(view.shadowRoot!.activeElement?.localName).to.equal('h2');
    const focusable = [...view.shadowRoot!.querySelectorAll<HTMLElement>('summary, button')];
    for (const each of focusable) {
      each.focus();
      expect(view.shadowRoot!.activeElement).to.equal(each);
    }
    expect(focusable).to.have.length(8);
    for (const action of ['again', 'close'] as const) {
      setTimeout(() => button(view, action).click());
      expect((await oneEvent<PreflightActionEvent>(view, 'preflight-action')).action).to.equal(action);
    }
  });

  it('copies the text and says so, or that it could not', async () => {
    const view = await show(FAILED);
    const { clipboard } = navigator;
    const copied: string[] = [];
    let refuse = false;
    const writeText = (text: string) =>
      refuse ? Promise.reject(new Error('no')) : Promise.resolve(void copied.push(text));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    try {
      button(view, 'copy').click();
      await oneMoment(view);
      expect(copied).to.deep.equal(['all as text']);
      expect(textOf(view, '[part=preflight-copy-button]')).to.equal('Copied');
      refuse = true;
      button(view, 'copy').click();
      await oneMoment(view);
      expect(textOf(view, '[part=preflight-copy-button]')).to.equal('Could not be copied');
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('speaks another language when it is chosen', async () => {
    const view = await show(FAILED);
    speak(de);
    await view.updateComplete;
    expect(textOf(view, 'h2')).to.equal('Verbindung prüfen');
  });
});

async function oneMoment(view: VrPreflight): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await view.updateComplete;
}
