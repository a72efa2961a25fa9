/** From an element's attributes to what a session needs to join. */
import { VideoRoomError } from '../../core/errors.js';
import type { JoinOptions } from '../../core/session-options.js';
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

/** The server's address, absolute; empty if it is none. `ws:` is what others call their servers. */
export function serverUrlOf(server: string): string {
  try {
    const url = new URL(server || defaultServer(), document.baseURI);
    const origin = url.origin.replace(/^ws/, 'http');
    return origin.startsWith('http') ? origin : '';
  } catch {
    return '';
  }
}

/** @param name display name; empty to use the token's. */
export function joinOptionsOf(attributes: JoinAttributes, name: string): JoinOptions {
  const { server, token, tokenEndpoint, room, identity } = attributes;
  return {
    serverUrl: serverUrlOf(server),
    token: tokenFrom(),
    ...(name && { name }),
  };

  function tokenFrom(): JoinOptions['token'] {
    if (token) return token;
    if (!tokenEndpoint) return refuse;
    return endpointTokenSource(tokenEndpoint, {
      roomName: room || undefined,
      identity: identity || undefined,
      name: name || undefined,
    });
  }
}

const refuse = () =>
  Promise.reject(new VideoRoomError('token-missing', 'Give the element a token or a token-endpoint'));
