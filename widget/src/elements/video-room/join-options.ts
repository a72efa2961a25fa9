/** From an element's attributes to what a session needs to join. */
import { VideoRoomError } from '../../core/errors.js';
import type { JoinOptions } from '../../core/session.js';
import { endpointTokenSource } from '../../core/token-source.js';

export interface JoinAttributes {
  server: string;
  token: string;
  tokenEndpoint: string;
  room: string;
  identity: string;
}

/** Origin this module was loaded from, or of the page where that says nothing (a bundled or local module). */
export function defaultServer(): string {
  const { protocol, origin } = new URL(import.meta.url);
  return protocol.startsWith('http') ? origin : location.origin;
}

/** The server's address, absolute; undefined if it is none. */
export function serverUrlOf(server: string): string | undefined {
  try {
    const url = new URL(server || defaultServer(), document.baseURI);
    return url.protocol.startsWith('http') ? url.origin : undefined;
  } catch {
    return undefined;
  }
}

/** @param name display name; empty to use the token's. */
export function joinOptionsOf(attributes: JoinAttributes, name: string): JoinOptions {
  const { server, token, tokenEndpoint, room, identity } = attributes;
  const serverUrl = serverUrlOf(server);
  return {
    serverUrl: serverUrl ?? location.origin,
    token: serverUrl ? tokenFrom() : refuse('server-unreachable', `"server" is not an http address`),
    ...(name && { name }),
  };

  function tokenFrom(): JoinOptions['token'] {
    if (token) return token;
    if (!tokenEndpoint) return refuse('token-missing', 'Give the element a token or a token-endpoint');
    const url = new URL(tokenEndpoint, document.baseURI).href;
    return endpointTokenSource(url, {
      roomName: room || undefined,
      identity: identity || undefined,
      name: name || undefined,
    });
  }
}

const refuse = (code: 'server-unreachable' | 'token-missing', message: string) => () =>
  Promise.reject(new VideoRoomError(code, message));
