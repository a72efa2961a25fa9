/**
 * The server speaks WebSocket only, so the other transports of engine.io-client (polling, WebTransport), a sixth of the
 * first load, stay out. Its table of transports is the one place that knows them all. Nor is there anything to upgrade to.
 */
import type { Plugin } from 'vite';

const TRANSPORTS = /engine\.io-client\/build\/esm\/transports\//;
const TABLE = /transports\/index\.js$/;
const SOCKET = /engine\.io-client\/build\/esm\/socket\.js$/;
/** The method that tries another transport, whole; with one transport there is nothing to try. */
const PROBE = /\n {4}_probe\(name\) \{\n[\s\S]*?\n {4}\}\n/;

export function websocketOnly(): Plugin {
  let found = false;
  return {
    name: 'websocket-only',
    transform(code, id) {
      if (SOCKET.test(id)) {
        if (!PROBE.test(code)) this.error('engine.io-client no longer upgrades where it was expected');
        return { code: code.replace(PROBE, '\n_probe() {}\n'), map: null };
      }
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
