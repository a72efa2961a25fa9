import { expect, fixture, html } from '@open-wc/testing';
import { LogBus } from '@video-room/log';
import { RoomDebug, type DebugSources } from '../../controllers/room-debug.js';
import type { PreflightFinding, PreflightResult } from '../../core/preflight/finding.js';
import type { PreflightOptions } from '../../core/preflight/run-preflight.js';
import { waitUntil } from '../../wait-until.js';
import '../vr-preflight/vr-preflight.js';
import type { VrHealth } from './vr-health.js';
import './vr-health.js';

const OLD_PAGE: PreflightFinding = { check: 'secure-context', verdict: 'failed', code: 'insecure-context', detail: {} };

async function open(preflight: DebugSources['preflight']) {
  const debug = new RoomDebug(new LogBus(), () => undefined, { preflight });
  const health = await fixture<VrHealth>(html`<vr-health .debug=${debug}></vr-health>`);
  const button = () => health.shadowRoot!.querySelector('button')!;
  const preflightView = () => health.shadowRoot!.querySelector('vr-preflight');
  return { health, button, preflightView };
}

describe('vr-health', () => {
  it('is accessible, and runs nothing by itself', async () => {
    let ran = 0;
    const { health } = await open(() => {
      ran += 1;
      return new Promise(() => undefined);
    });
    await expect(health).to.be.accessible();
    expect(ran).to.equal(0);
  });

  it('shows the checks as they run and what they found, and runs them again', async () => {
    const runs: PreflightOptions[] = [];
    const ends: ((result: PreflightResult) => void)[] = [];
    const { button, preflightView } = await open((options) => {
      runs.push(options);
      return new Promise((resolve) => ends.push(resolve));
    });
    button().click();
    await waitUntil(() => preflightView()?.shown?.findings.length === 0);
    runs[0]!.onProgress?.({ finding: OLD_PAGE, done: 1, total: 18 });
    await waitUntil(() => preflightView()?.shown?.findings.length === 1);
    ends[0]!({ verdict: 'failed', findings: [OLD_PAGE], layers: {}, text: '' } as unknown as PreflightResult);
    await waitUntil(() => preflightView()?.shown?.result?.verdict === 'failed');
    preflightView()!.shadowRoot!.querySelector<HTMLElement>('[part=preflight-again-button]')!.click();
    await waitUntil(() => runs.length === 2);
    expect(runs[0]!.signal?.aborted).to.equal(true);
  });

  it('ends with the view, and says what keeps it from running', async () => {
    let signal: AbortSignal | undefined;
    const { health, button } = await open((options) => {
      ({ signal } = options);
      return new Promise(() => undefined);
    });
    button().click();
    await waitUntil(() => signal);
    health.remove();
    expect(signal!.aborted).to.equal(true);
    const broken = await open(() => Promise.reject(new Error('The preflight could not be loaded')));
    broken.button().click();
    await waitUntil(() => broken.health.shadowRoot!.textContent.includes('could not be loaded'));
    expect(broken.button()).not.to.equal(null);
  });
});
