/** A message's words on the page: as text, whatever they are, with web addresses as links that tell nothing of this page. */
import { html, type TemplateResult } from 'lit';
import { piecesOf } from '../../controllers/chat/split-links.js';

export const messageText = (message: { readonly text: string }): (string | TemplateResult)[] =>
  piecesOf(message).map(({ text, href }) =>
    href === undefined
      ? text
      : html`<a part="chat-link" href=${href} target="_blank" rel="noopener noreferrer nofollow">${text}</a>`,
  );
