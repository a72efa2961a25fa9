/** Who hears whom, and who may speak at all. A refusal is thrown. */
import { ProtocolError, type ParticipantId, type Speaker } from '@video-room/protocol';
import type { ChatWorld, Person } from './chat-world.js';

/** Who says something: somebody in the room, or the site's backend under a name. */
export type Voice = { participant: ParticipantId } | { site: string };

export interface Audience {
  from: Speaker;
  /** `everybody` who is let in, or these. */
  hearers: 'everybody' | Person[];
}

/** Throws `not-allowed`: may not speak, or there is nobody to speak to. */
export async function audienceOf(world: ChatWorld, room: string, voice: Voice): Promise<Audience> {
  if ('site' in voice) return { from: { identity: '', name: voice.site }, hearers: 'everybody' };
  const [kind, person] = await Promise.all([world.kind(room), world.person(room, voice.participant)]);
  if (!kind || !person?.online || !person.admitted || !person.publishData) {
    throw new ProtocolError('not-allowed', 'The participant may not say anything here.');
  }
  const from = speakerOf(person);
  if (kind !== 'call') return { from, hearers: 'everybody' };
  const { talk } = person;
  if (talk === undefined) throw new ProtocolError('not-allowed', 'Whoever is in no call has nobody to talk to.');
  const people = await world.people(room);
  return { from, hearers: people.filter((one) => one.admitted && one.talk === talk) };
}

/** Those of the audience who are meant. Throws `no-such-participant` unless the voice can name each of them. */
export async function receiversOf(
  world: ChatWorld,
  room: string,
  { from, hearers }: Audience,
  ids: readonly ParticipantId[],
): Promise<Person[]> {
  const all = hearers === 'everybody' ? (await world.people(room)).filter(({ admitted }) => admitted) : hearers;
  const shown = from.participant === undefined ? undefined : new Set(await world.shownTo(room, from.participant));
  const known = new Map(all.map((person) => [person.participant, person]));
  return [...new Set(ids)].map((id) => {
    const person = !shown || shown.has(id) ? known.get(id) : undefined;
    if (!person) throw new ProtocolError('no-such-participant', 'Nobody of this id hears this.');
    return person;
  });
}

export const speakerOf = ({ participant, identity, name }: Person): Speaker => ({ participant, identity, name });
