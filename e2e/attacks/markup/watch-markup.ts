/** Finds out whether words have become more than words in a page: what was run, made, asked for, or refused by its policy. */
import type { Page } from '@playwright/test';

/** Elements that Video Room never makes, whatever it shows. */
const FOREIGN =
  'script, iframe, object, embed, base, meta, link, form, marquee, math, frame, xmp, plaintext, noscript, template';

declare global {
  interface Window {
    pwned: (...given: unknown[]) => void;
    harm: string[];
  }
}

/** Before the page opens. Returns what tells, at any time, everything that went wrong until then. */
export async function watchMarkup(page: Page): Promise<() => Promise<string[]>> {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (new URL(request.url()).hostname.includes('pwned')) seen.push(`request ${request.url()}`);
  });
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text()))
      seen.push(`policy ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`error ${error.message}`));
  await page.addInitScript(() => {
    window.harm = [];
    window.pwned = () => window.harm.push('a payload ran');
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      window.harm.push(`violation of ${violatedDirective}: ${blockedURI} ${sample}`),
    );
  });
  return async () => [...seen, ...(await page.evaluate(harmIn, FOREIGN))];
}

/** Runs in the page: everything in it, in all shadow trees. */
function harmIn(foreign: string): string[] {
  const found = [...window.harm];
  const walk = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      const where = `<${element.localName}>`;
      // The page's own script and icon are there, and its title, which says who calls.
      if (document.head.contains(element)) {
        if (!element.matches('head, title') && element.outerHTML.includes('pwned'))
          found.push(`${where} was made in the head`);
        continue;
      }
      if (element.matches(foreign)) found.push(`${where} was made`);
      if (element.localName.includes('pwned')) found.push(`${where} was made`);
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || name.startsWith('pwned')) found.push(`${where} has ${name}`);
        const isAddress = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster'].includes(name);
        if (isAddress && !/^(https?:|blob:|data:image\/|#|\.{0,2}\/)/i.test(value))
          found.push(`${where} leads to ${value}`);
        if (name === 'style' && /pwned|url\(/.test(value)) found.push(`${where} has the style ${value}`);
      }
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return found;
}

/** Text that is shown and holds what nobody sees or what turns its direction, with the element it is in. */
export const invisibleIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const walk = (root: Document | ShadowRoot, host: string) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const parent = text.parentElement;
        if (parent?.closest('script, style')) continue;
        const bad = /(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u.exec(
          text.nodeValue ?? '',
        );
        if (bad)
          found.add(
            `${host} ${parent?.localName ?? ''}.${parent?.className ?? ''} U+${bad[0].charCodeAt(0).toString(16)}`,
          );
      }
      for (const element of root.querySelectorAll('*'))
        if (element.shadowRoot) walk(element.shadowRoot, element.localName);
    };
    walk(document, 'page');
    return [...found];
  });
