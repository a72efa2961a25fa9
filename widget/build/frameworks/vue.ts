/**
 * Vue renders the tag by itself; what it needs to know is what templates may write on it. Its type check sees the names of
 * attributes in camel case.
 */
import type { PublicElement } from '../public-element.js';
import { attributeLines, camel, camelListener, EVENT_MAP, listenerLines, propertyLines } from './declarations.js';

export const vueTypes = (element: PublicElement): string =>
  `import type { HTMLAttributes, PublicProps } from 'vue';
import type { ${element.name}, ${EVENT_MAP} } from './types/index.js';

export interface VideoRoomOwnProps {
${propertyLines(element, true)}
${attributeLines(element, camel)}
${listenerLines(element, camelListener)}
}

export interface VideoRoomProps
  extends VideoRoomOwnProps,
    Omit<HTMLAttributes, keyof VideoRoomOwnProps> {}

/** The element, and in \`$props\` what templates may write on it, which is where Vue looks. */
export type VideoRoomTag = new () => ${element.name} & { $props: VideoRoomProps & PublicProps };

declare module 'vue' {
  interface GlobalComponents {
    '${element.tagName}': VideoRoomTag;
  }
}
`;
