/** What Svelte's type check of a template looks up for `<video-room {token} oncall-request={ring} />`. */
import type { SvelteHTMLElements } from 'svelte/elements';
import type { VideoRoomEventMap } from 'video-room';
import 'video-room/svelte';
import type { Same } from './names.js';

type Attributes = SvelteHTMLElements['video-room'];
type Listeners = `on${keyof VideoRoomEventMap}`;

export const complete: Same<Extract<keyof Attributes, Listeners>, Listeners> = true;

export const typed: Attributes[] = [
  { token: 'eyJ…', prejoin: true, class: 'meeting' },
  { 'display-name': 'Ann', 'uplink-budget': '5000', debug: true },
  { 'oncall-request': (event) => event.call.id satisfies string, onerror: (event) => event.code satisfies string },
  // @ts-expect-error An event has the fields of its class, and no others.
  { 'oncall-request': (event) => void event.nothing },
  // @ts-expect-error A switch is on or off.
  { camera: 'perhaps' },
];
