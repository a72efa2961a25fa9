import { expect, fixture, html } from '@open-wc/testing';
import { LogBus, Logger } from '@video-room/log';
import { FakeSession, fakePerson } from '../../controllers/fake-session.js';
import { RoomDebug } from '../../controllers/room-debug.js';
import { waitUntil } from '../../wait-until.js';
import type { VrDebugFile } from './vr-debug-file.js';
import './vr-debug-file.js';

async function exported(): Promise<string> {
  const session = new FakeSession();
  const bus = new LogBus();
  const live = new RoomDebug(bus, () => undefined);
  session.enter([fakePerson('p0', 'Ann'), fakePerson('p1', 'Ben')]);
  live.learn(session.state);
  new Logger(bus, { category: 'signal' }).with({ person: 'p1' }).info('<img src=x onerror="top.hacked=1">');
  return live.export();
}

const blob = (text: string) => new Blob([text], { type: 'application/json' });
const open = () => fixture<VrDebugFile>(html`<vr-debug-file style="width: 800px; height: 500px"></vr-debug-file>`);
const find = <Found extends HTMLElement>(viewer: VrDebugFile, selector: string) =>
  viewer.shadowRoot!.querySelector<Found>(selector);

describe('vr-debug-file', () => {
  beforeEach(() => localStorage.clear());

  it('is accessible, also when something is wrong with a file', async () => {
    const viewer = await open();
    await expect(viewer).to.be.accessible();
    await viewer.open(blob('{'));
    await viewer.updateComplete;
    expect(find(viewer, '[role=alert]')!.textContent).to.contain('This is no JSON file');
    await expect(viewer).to.be.accessible();
  });

  it('shows a file as the overlay does, but for what needs a call, and nothing in it is markup', async () => {
    const viewer = await open();
    await viewer.open(blob(await exported()));
    await waitUntil(() =>
      find(viewer, 'vr-debug')?.shadowRoot?.querySelector('vr-log')?.shadowRoot?.querySelector('.row'),
    );
    const overlay = find(viewer, 'vr-debug')!.shadowRoot!;
    expect([...overlay.querySelectorAll('[role=tab]')].map((tab) => tab.textContent.trim())).to.deep.equal([
      'Log',
      'Ladder',
      'Connections',
    ]);
    const row = overlay.querySelector('vr-log')!.shadowRoot!.querySelector('.row')!;
    expect(row.textContent).to.contain('<img src=x');
    expect(row.querySelector('img')).to.equal(null);
    await expect(viewer).to.be.accessible();
    overlay.querySelector<HTMLElement>('.tool')!.click();
    await viewer.updateComplete;
    expect(find(viewer, 'vr-debug')).to.equal(null);
  });

  it('says what is wrong, and where, and takes the next file all the same', async () => {
    const viewer = await open();
    const content = JSON.parse(await exported()) as { entries: { time: unknown }[] };
    content.entries[0]!.time = 'soon';
    await viewer.open(blob(JSON.stringify(content)));
    await viewer.updateComplete;
    expect(find(viewer, '[role=alert]')!.textContent).to.contain('damaged');
    expect(find(viewer, 'code')!.textContent).to.equal('file.entries[0].time');
    const transfer = new DataTransfer();
    transfer.items.add(new File([await exported()], 'log.json'));
    const dropped = new DragEvent('drop', { dataTransfer: transfer, cancelable: true });
    find(viewer, '.drop')!.dispatchEvent(dropped);
    expect(dropped.defaultPrevented).to.equal(true);
    await waitUntil(() => find(viewer, 'vr-debug'));
  });

  it('refuses what is too large without reading it', async () => {
    const viewer = await open();
    const large = blob('{}');
    Object.defineProperty(large, 'size', { value: 60_000_000 });
    large.text = () => Promise.reject(new Error('read'));
    await viewer.open(large);
    await viewer.updateComplete;
    expect(find(viewer, '[role=alert]')!.textContent).to.contain('50 MB');
  });
});
