/** Bodies and answers of chat, data and muting under `/api/v1/rooms/{room}`. The same schemas check, type and document them. */
import { LIMITS, type ChatRecord } from '@video-room/protocol';
import { chatText, dataMessage, displayName, mediaSource } from '@video-room/protocol/schemas';
import { z } from 'zod';
import { participantParameter } from './participant-resource.js';

export const sourceBody = z
  .strictObject({ source: mediaSource.describe('What is muted.') })
  .meta({ id: 'Source', example: { source: 'microphone' } });
export type SourceBody = z.output<typeof sourceBody>;

export const messageRequest = z
  .strictObject({
    text: chatText.describe('Plain text of one or more lines.'),
    name: displayName.optional().describe('Who says it. Left out: the page finds words for your site.'),
    to: participantParameter.optional().describe('To this participant alone; left out: to everybody in the room.'),
  })
  .meta({ id: 'MessageRequest', example: { text: 'Ten minutes left.', name: 'Weekly' } });
export type MessageRequestBody = z.output<typeof messageRequest>;

const speaker = z.strictObject({
  participant: z.string().optional().describe('The presence; absent for what your backend said.'),
  identity: z.string().describe('The person, by your own id for it; empty for what your backend said.'),
  name: z.string().describe('As it was then.'),
});

const EXAMPLE = {
  id: 'Zk3n0aQ5rT2wXy7b',
  at: '2030-01-31T17:00:00.000Z',
  from: { identity: '', name: 'Weekly' },
  text: 'Ten minutes left.',
};

export const messageResource = z
  .strictObject({ id: z.string(), at: z.iso.datetime(), from: speaker, to: speaker.optional(), text: z.string() })
  .meta({ example: EXAMPLE });
export type MessageResource = z.infer<typeof messageResource>;

export const messageList = z
  .strictObject({
    messages: z.array(messageResource).describe(`The last ${LIMITS.historyMessages} to everybody, oldest first.`),
  })
  .meta({ example: { messages: [EXAMPLE] } });
export type MessageList = z.infer<typeof messageList>;

export const toMessageResource = ({ at, ...message }: ChatRecord): MessageResource => ({
  ...message,
  at: new Date(at).toISOString(),
});

export const dataRequest = dataMessage
  .extend({
    topic: dataMessage.shape.topic.describe("Your pages' own."),
    payload: dataMessage.shape.payload.describe('Any JSON value of at most 16 kB.'),
    to: dataMessage.shape.to.describe('To these participants alone; left out: to everybody in the room.'),
  })
  .meta({ id: 'Data', example: { topic: 'poll', payload: { question: 'Lunch?', options: ['Now', 'Later'] } } });
export type DataRequestBody = z.output<typeof dataRequest>;
