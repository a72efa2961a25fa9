/** Body and answer of `POST /demo/token/{kind}`, in the shape of LiveKit's token endpoints. */
import { identity, roomName } from '@video-room/auth';
import { displayName } from '@video-room/protocol/schemas';
import { z } from 'zod';

export const demoTokenRequest = z.object({
  room_name: roomName.optional(),
  participant_identity: identity.optional(),
  participant_name: displayName.optional().catch(undefined),
});
export type DemoTokenRequest = z.output<typeof demoTokenRequest>;

export interface DemoTokenResponse {
  server_url: string;
  participant_token: string;
}
