/** Bodies and answers of `/api/v1/rooms/{room}/participants`. */
import { MEDIA_SOURCES } from '@video-room/protocol';
import { displayName, reason } from '@video-room/protocol/schemas';
import type { Seat } from '@video-room/state';
import { z } from 'zod';

export const participantParameter = z.string().min(1).max(64).meta({ example: '01m7x2ffg30tpyaa68bav9w8mf' });

const publish = z.array(z.enum(MEDIA_SOURCES)).max(MEDIA_SOURCES.length).describe('What it may send.');

const rights = z.strictObject({
  publish,
  subscribe: z.boolean().describe("Whether it receives the others' media."),
  publishData: z.boolean(),
  admin: z.boolean().describe('Whether it moderates the room.'),
});

export const participantChange = z
  .strictObject({
    name: displayName.optional().describe('What the person is called from now on.'),
    rights: rights
      .extend({ publish: publish.transform((sources) => MEDIA_SOURCES.filter((one) => sources.includes(one))) })
      .partial()
      .optional()
      .describe('Rights to change while it is in the room; those left out stay.'),
  })
  .meta({ id: 'ParticipantChange', example: { rights: { publish: [] } } });
export type ParticipantChangeBody = z.output<typeof participantChange>;

const EXAMPLE = {
  id: '01m7x2ffg30tpyaa68bav9w8mf',
  identity: 'user-17',
  name: 'Ada',
  metadata: '',
  attributes: { team: 'blue' },
  connection: 'online',
  admitted: true,
  hidden: false,
  rights: {
    publish: ['microphone', 'camera', 'screen', 'screenAudio'],
    subscribe: true,
    publishData: true,
    admin: false,
  },
  media: { microphone: true, camera: false, screen: false, screenAudio: false },
  choices: { doNotDisturb: false, addUp: false, live: false, watching: false, handRaised: false },
  inCall: false,
  onStage: false,
  joinedAt: '2029-12-01T09:00:00.000Z',
};

export const participantResource = z
  .strictObject({
    id: z.string().describe('This presence. A person who is here on two devices is here twice.'),
    identity: z.string().describe('The person, by your own id for it.'),
    name: z.string(),
    metadata: z.string(),
    attributes: z.record(z.string(), z.string()),
    connection: z.enum(['online', 'away']).describe('`away`: its connection is lost and its seat is kept for a while.'),
    admitted: z.boolean().describe('False: waits to be let in.'),
    hidden: z.boolean().describe('Not shown to the others.'),
    rights,
    media: z
      .strictObject({ microphone: z.boolean(), camera: z.boolean(), screen: z.boolean(), screenAudio: z.boolean() })
      .describe('What it says it is sending.'),
    choices: z.strictObject({
      doNotDisturb: z.boolean(),
      addUp: z.boolean(),
      live: z.boolean(),
      watching: z.boolean(),
      handRaised: z.boolean(),
    }),
    handRaisedAt: z.iso.datetime().optional().describe('Since when its hand is raised. The earliest comes first.'),
    inCall: z.boolean(),
    onStage: z.boolean().describe('Was called on stage and may publish until sent back.'),
    joinedAt: z.iso.datetime(),
  })
  .meta({ example: EXAMPLE });
export type ParticipantResource = z.infer<typeof participantResource>;

export function toParticipantResource({ participant, admitted, hidden, onStage }: Seat): ParticipantResource {
  const { id, identity, name, metadata, attributes, connection, rights, media, choices } = participant;
  const { handRaisedAt, inCall, joinedAt } = participant;
  return {
    id,
    identity,
    name,
    metadata,
    attributes,
    connection: connection === 'online' ? 'online' : 'away',
    admitted,
    hidden,
    rights,
    media,
    choices,
    ...(handRaisedAt !== undefined && { handRaisedAt: new Date(handRaisedAt).toISOString() }),
    inCall,
    onStage,
    joinedAt: new Date(joinedAt).toISOString(),
  };
}

export const participantList = z
  .strictObject({
    participants: z.array(participantResource).describe('In the order they came; those who wait or hide included.'),
  })
  .meta({ example: { participants: [EXAMPLE] } });
export type ParticipantList = z.infer<typeof participantList>;

export const answerMessage = z
  .strictObject({ message: reason.optional().describe('Words for the person, cut to one line of 200 characters.') })
  .meta({ example: { message: 'We start in five minutes.' } });

/** The body may be left out. */
export const answerBody = answerMessage.optional().transform((body) => body ?? {});
export type AnswerBody = z.output<typeof answerBody>;
