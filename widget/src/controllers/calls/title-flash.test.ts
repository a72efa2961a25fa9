import { expect } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { flashTitle } from './title-flash.js';

describe('flashTitle', () => {
  const [one, other] = [{}, {}];
  let before = '';

  beforeEach(() => {
    before = document.title;
    document.title = 'My  page';
  });
  afterEach(() => {
    for (const owner of [one, other]) flashTitle(owner, undefined);
    document.title = before;
  });

  /** With the white space that `document.title` does not tell. */
  const written = () => document.querySelector('title')?.textContent;

  it('shows at once, turns back and forth, and leaves the title as it was', async () => {
    flashTitle(one, 'Ben is calling');
    expect(document.title).to.equal('Ben is calling');
    await waitUntil(() => document.title === 'My page', 'it turns back', { timeout: 3000 });
    await waitUntil(() => document.title === 'Ben is calling', 'and forth', { timeout: 3000 });
    flashTitle(one, undefined);
    expect(written()).to.equal('My  page');
  });

  it('leaves alone what the page makes of its title meanwhile', () => {
    flashTitle(one, 'Ben is calling');
    document.title = 'Changed';
    flashTitle(one, undefined);
    expect(document.title).to.equal('Changed');
  });

  it('is shared by several elements', () => {
    flashTitle(one, 'Ben is calling');
    flashTitle(other, 'Chi is calling');
    expect(document.title).to.equal('Chi is calling');
    flashTitle(other, undefined);
    expect(document.title).to.equal('Ben is calling');
    flashTitle(one, undefined);
    expect(document.title).to.equal('My page');
  });
});
