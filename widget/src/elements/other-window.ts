/**
 * Style sheets belong to one document, so an element that came into another window wears copies of its own there, and its
 * own again when it is back.
 */
import { adoptStyles, type CSSResultOrNative } from 'lit';
import { SpeakingElement } from './speaking-element.js';

const copies = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** One copy per document of each. */
export function sheetsFor(document: Document, styles: readonly CSSResultOrNative[]): CSSStyleSheet[] {
  const made = copies.get(document) ?? new Map<string, CSSStyleSheet>();
  copies.set(document, made);
  return styles.map((style) => {
    const text = 'cssText' in style ? style.cssText : '';
    const sheet = made.get(text) ?? new (document.defaultView as Window & typeof globalThis).CSSStyleSheet();
    if (!made.has(text)) sheet.replaceSync(text);
    made.set(text, sheet);
    return sheet;
  });
}

SpeakingElement.dress = (root, styles) => {
  if (root.ownerDocument === document) adoptStyles(root, [...styles]);
  else root.adoptedStyleSheets = sheetsFor(root.ownerDocument, styles);
};
