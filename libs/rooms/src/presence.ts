import type { Seat } from '@video-room/state';
import type { Presence } from './join-request.js';
import { mayPublish } from './link-rules.js';

/** A seat as rules of other parts see it. */
export function presenceOf(seat: Seat): Presence {
  const { participant, admitted, hidden, talk } = seat;
  const { id, identity, name, connection, rights, choices } = participant;
  const { admin, publishData } = rights;
  const may = { admin, publishes: mayPublish(seat), publishData };
  const online = connection === 'online';
  return { participant: id, identity, name, online, ...may, admitted, hidden, choices, ...(talk && { talk }) };
}
