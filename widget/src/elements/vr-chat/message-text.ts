/** A message's words on the page: as text, whatever they are, with web addresses as links that tell nothing of this page. */
import { html, type TemplateResult } from 'lit';
import { splitLinks } from '../../controllers/chat/split-links.js';

export const messageText = (text: string): (string | TemplateResult)[] =>
  splitLinks(text).map(({ text, href }) =>
    href === undefined
      ? text
      : html`<a part="chat-link" href=${href} target="_blank" rel="noopener noreferrer nofollow">${text}</a>`,
  );
