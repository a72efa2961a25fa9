import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { ActionRequestEvent } from '../../events/action-request.js';
import { enErrors } from '../../text/en-errors.js';
import type { VideoRoomErrorCode } from '../../core/errors.js';
import type { Notice, VrNotice } from './vr-notice.js';
import './vr-notice.js';

const NOTICES: Notice[] = [
  { kind: 'waiting' },
  { kind: 'failed', code: 'origin-not-allowed' },
  { kind: 'left', reason: 'left' },
  { kind: 'left', reason: 'replaced' },
  { kind: 'left', reason: 'removed', message: 'No shouting, please' },
  { kind: 'left', reason: 'room-ended' },
  { kind: 'left', reason: 'token-expired' },
];

const show = (notice: Notice) => fixture<VrNotice>(html`<vr-notice .notice=${notice}></vr-notice>`);

async function actionOf(notice: VrNotice, click: string) {
  setTimeout(() => notice.shadowRoot!.querySelector<HTMLElement>(click)!.click());
  return (await oneEvent<ActionRequestEvent>(notice, 'action-request')).action;
}

describe('vr-notice', () => {
  for (const notice of NOTICES) {
    it(`is accessible: ${JSON.stringify(notice)}`, async () => {
      await expect(await show(notice)).to.be.accessible();
    });
  }

  it('says what helps whoever has no token any more, and does not offer what cannot', async () => {
    const { shadowRoot } = await show({ kind: 'left', reason: 'token-expired' });
    expect(shadowRoot!.textContent).to.contain('Your invitation has expired').and.contain('Open the page again');
    expect(shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('says of every error what happened and what to do, and retries', async () => {
    for (const [code, { title, hint }] of Object.entries(enErrors)) {
      const notice = await show({ kind: 'failed', code: code as VideoRoomErrorCode });
      for (const words of [title, hint, code]) expect(notice.shadowRoot!.textContent).to.contain(words);
      expect(await actionOf(notice, '[part=retry-button]')).to.deep.equal({ type: 'join' });
    }
  });
});
