/** `<VideoRoom>` for React: properties as props, events as typed handlers, the element itself as `ref`. */
import type { PublicElement } from '../public-element.js';
import { camelListener, EVENT_MAP, listenerLines, propertyLines } from './declarations.js';

export const reactModule = ({ name, tagName, events }: PublicElement): string =>
  `import { createComponent } from '@lit/react';
import * as react from 'react';
import { ${name} } from './video-room.js';

export const VideoRoom = createComponent({
  react,
  tagName: '${tagName}',
  elementClass: ${name},
  displayName: 'VideoRoom',
  events: {
${events.map((event) => `    ${camelListener(event.name)}: '${event.name}',`).join('\n')}
  },
});
`;

export const reactTypes = (element: PublicElement): string =>
  `import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { ${element.name}, ${EVENT_MAP} } from './types/index.js';

export interface VideoRoomOwnProps {
${propertyLines(element)}
${listenerLines(element, camelListener)}
}

export interface VideoRoomProps
  extends VideoRoomOwnProps,
    Omit<HTMLAttributes<${element.name}>, keyof VideoRoomOwnProps> {}

/** ${element.description} */
export declare const VideoRoom: ForwardRefExoticComponent<VideoRoomProps & RefAttributes<${element.name}>>;
`;
