/** What Vue's type check of a template looks up for `<video-room :token="token" @call-request="ring" />`. */
import type { GlobalComponents } from 'vue';
import 'video-room/vue';
import type { ListenerNames, Same } from './names.js';

type Tag = InstanceType<GlobalComponents['video-room']>;
type Props = Tag['$props'];

export const complete: Same<Extract<keyof Props, ListenerNames>, ListenerNames> = true;

export const typed: Props[] = [
  { token: 'eyJ…', prejoin: true, class: 'meeting', key: 1 },
  { displayName: 'Ann', uplinkBudget: '5000', debug: '' },
  { onCallRequest: (event) => event.call.id satisfies string, onError: (event) => event.code satisfies string },
  // @ts-expect-error An event has the fields of its class, and no others.
  { onCallRequest: (event) => void event.nothing },
  // @ts-expect-error A switch is on or off.
  { camera: 'perhaps' },
];

/** A template's `ref` is the element. */
export const leave = (room: Tag) => room.leave();
