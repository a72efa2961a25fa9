/**
 * The server speaks WebSocket only, so the other transports of engine.io-client (polling, WebTransport), a sixth of the
 * first load, stay out. Its table of transports is the one place that knows them all.
 */
import type { Plugin } from 'vite';

const TRANSPORTS = /engine\.io-client\/build\/esm\/transports\//;
const TABLE = /transports\/index\.js$/;

export function websocketOnly(): Plugin {
  let found = false;
  return {
    name: 'websocket-only',
    transform(code, id) {
      if (!TRANSPORTS.test(id)) return undefined;
      if (!TABLE.test(id)) return { code, map: null, moduleSideEffects: false };
      found = true;
      return { code: `import { WS } from './websocket.js';\nexport const transports = { websocket: WS };`, map: null };
    },
    buildEnd(error) {
      if (!found && !error) this.error('engine.io-client has no table of transports where it was expected');
    },
  };
}
