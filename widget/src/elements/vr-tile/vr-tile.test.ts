import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import type { PersonTile } from '../../controllers/people-tiles.js';
import './vr-tile.js';

const BEN: PersonTile = {
  key: 'p1',
  kind: 'person',
  id: 'p1',
  identity: 'ben',
  name: 'Ben Okoro',
  own: false,
  camera: undefined,
  muted: false,
  speaking: false,
  loudest: false,
  status: 'live',
};

const show = (change: Partial<PersonTile> = {}) => fixture(html`<vr-tile .person=${{ ...BEN, ...change }}></vr-tile>`);
const within = (tile: Element, selector: string) => tile.shadowRoot!.querySelector<HTMLElement>(selector);

function pictureTrack() {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')!.fillRect(0, 0, 10, 10);
  return canvas.captureStream(5).getVideoTracks()[0]!;
}

describe('vr-tile', () => {
  it('is accessible', async () => {
    const tile = await show({ muted: true, status: 'interrupted' });
    await expect(tile).to.be.accessible();
  });

  it('says name, microphone and speech', async () => {
    const tile = await show({ muted: true });
    expect(within(tile, '[role=group]')!.ariaLabel).to.equal('Ben Okoro, microphone off');
    expect(within(tile, '.tag')!.textContent.trim()).to.equal('Ben Okoro');
    expect(within(await show({ speaking: true }), '.speaking')).not.to.equal(null);
  });

  it('has the colours of the page on all that lies on the picture', async () => {
    const tile = (await show({ status: 'connecting' })) as HTMLElement;
    tile.style.cssText = '--vr-tag-color: rgb(250, 250, 250); --vr-on-tag-color: rgb(1, 2, 3)';
    const colours = ['.tag', '.status'].map((selector) => {
      const { color, backgroundColor } = getComputedStyle(within(tile, selector)!);
      return [color, backgroundColor];
    });
    const both = ['rgb(1, 2, 3)', 'rgb(250, 250, 250)'];
    expect(colours).to.deep.equal([both, both]);
  });

  it('shows initials without a picture and the picture with one', async () => {
    const tile = await show();
    expect(getComputedStyle(within(tile, '.initials')!).display).not.to.equal('none');
    const camera = pictureTrack();
    const filmed = await show({ camera });
    const video = within(filmed, 'video') as HTMLVideoElement;
    expect(getComputedStyle(within(filmed, '.initials')!).display).to.equal('none');
    expect((video.srcObject as MediaStream).getTracks()).to.deep.equal([camera]);
    await waitUntil(() => !video.paused, 'the picture plays');
    expect(video.muted).to.equal(true);
  });

  it('keeps the stream of a track that did not change', async () => {
    const camera = pictureTrack();
    const tile = (await show({ camera })) as HTMLElementTagNameMap['vr-tile'];
    const video = within(tile, 'video') as HTMLVideoElement;
    const stream = video.srcObject;
    tile.person = { ...BEN, camera, speaking: true };
    await tile.updateComplete;
    expect(video.srcObject).to.equal(stream);
  });

  it('mirrors oneself, and plays no sound', async () => {
    const tile = await show({ own: true });
    expect(getComputedStyle(within(tile, 'video')!).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
    expect(within(tile, 'audio')).to.equal(null);
  });

  it('shows a name as text, whatever it holds', async () => {
    const tile = await show({ name: '<img src=x onerror=alert(1)>' });
    expect(within(tile, 'img')).to.equal(null);
    expect(within(tile, 'b')!.textContent).to.contain('<img');
  });
});
