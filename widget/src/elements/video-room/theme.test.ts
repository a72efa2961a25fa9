import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { arrived, meet, roomFixture, within } from './room-fixture.js';

const fixtureOf = (theme?: string) =>
  roomFixture(
    theme ? html`<video-room token="t" theme=${theme}></video-room>` : html`<video-room token="t"></video-room>`,
  );

describe('the theme', () => {
  it('is dark unless the page says otherwise, and may change at any time', async () => {
    const { room } = await fixtureOf();
    const ground = () => getComputedStyle(within(room, '.frame')!).backgroundColor;
    const dark = ground();
    room.theme = 'light';
    await room.updateComplete;
    expect(room.getAttribute('theme')).to.equal('light');
    expect(ground()).not.to.equal(dark);
    room.setAttribute('theme', 'auto');
    await room.updateComplete;
    expect(ground() === dark).to.equal(matchMedia('(prefers-color-scheme: dark)').matches);
  });

  it('lets a colour of the page count in both', async () => {
    for (const theme of ['dark', 'light']) {
      const { room } = await fixtureOf(theme);
      room.style.setProperty('--vr-stage-color', 'rgb(1, 2, 3)');
      expect(getComputedStyle(within(room, '.frame')!).backgroundColor).to.equal('rgb(1, 2, 3)');
    }
  });

  it('is readable when it is light', async () => {
    const made = await fixtureOf('light');
    await arrived(made.room);
    await expect(made.room).to.be.accessible();
    await meet(made);
    await arrived(made.room);
    await expect(made.room).to.be.accessible();
  });
});
