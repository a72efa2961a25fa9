/**
 * Angular types `$event` of a tag it does not know by the document's own types, as here: with `CUSTOM_ELEMENTS_SCHEMA`
 * the element brings all that is needed.
 */
import type { CallRequestEvent, VideoRoomElement } from 'video-room';
import 'video-room';

/** A component's class without its decorator, with the handler of `(call-request)="ring($event)"`. */
export class MeetingComponent {
  ring(event: CallRequestEvent): string {
    event.preventDefault();
    return event.call.id;
  }
}

const component = new MeetingComponent();
const tag = document.createElement('video-room') satisfies VideoRoomElement;
tag.addEventListener('call-request', ($event) => component.ring($event));
tag.addEventListener('error', ($event) => $event.code satisfies string);
// @ts-expect-error Of another event.
tag.addEventListener('joined', ($event) => component.ring($event));
// @ts-expect-error A switch is on or off.
tag.camera = 'perhaps';
