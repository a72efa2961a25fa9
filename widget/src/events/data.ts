import type { Json, RelayedData, Speaker } from '@video-room/protocol';

/** Somebody's page, or the site's backend, says something to this page. It is a stranger's: check it before use. */
export class DataEvent extends Event {
  readonly topic: string;
  readonly payload: Json;
  /** Undefined: the site's backend. */
  readonly from: Speaker | undefined;

  constructor({ topic, payload, from }: RelayedData) {
    super('data');
    this.topic = topic;
    this.payload = payload;
    this.from = from;
  }
}
