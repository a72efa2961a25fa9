/** Svelte renders the tag by itself; what it needs to know is what templates may write on it. */
import type { PublicElement } from '../public-element.js';
import { attributeLines, EVENT_MAP, listenerLines, propertyLines } from './declarations.js';

export const svelteTypes = (element: PublicElement): string =>
  `import type { HTMLAttributes } from 'svelte/elements';
import type { ${element.name}, ${EVENT_MAP} } from './types/index.js';

export interface VideoRoomOwnAttributes {
${propertyLines(element)}
${attributeLines(element)}
${listenerLines(element, (event) => `on${event}`)}
}

export interface VideoRoomAttributes
  extends VideoRoomOwnAttributes,
    Omit<HTMLAttributes<${element.name}>, keyof VideoRoomOwnAttributes> {}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    '${element.tagName}': VideoRoomAttributes;
  }
}
`;
