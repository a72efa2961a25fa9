/**
 * The socket carries JSON text over one WebSocket and comes back by rules of our own, so what Socket.IO's client has for
 * binary data, for its own way of reconnecting, for sending again and for old browsers stays out: a twelfth of the first
 * load. A release that is written in another way fails the build.
 */
import type { Plugin } from 'vite';

interface Cut {
  file: RegExp;
  /** Methods that are called and have nothing to do, or what they return. */
  empty?: Readonly<Record<string, string>>;
  /** Methods that nobody calls. */
  gone?: readonly string[];
  replace?: readonly (readonly [from: string | RegExp, to: string])[];
  /** All of the file. */
  whole?: string;
}

const at = (path: string) => new RegExp(`${path.replaceAll('.', '\\.')}$`);

const CUTS: readonly Cut[] = [
  {
    file: at('socket.io-client/build/esm/index.js'),
    whole: `export { Manager } from './manager.js';\nexport { Socket } from './socket.js';`,
  },
  {
    file: at('socket.io-client/build/esm/manager.js'),
    empty: { maybeReconnectOnOpen: '', reconnect: '' },
    gone: [
      ...['onreconnect', 'onping', 'connect', 'disconnect', 'reconnection', 'reconnectionAttempts'],
      ...['reconnectionDelay', 'reconnectionDelayMax', 'randomizationFactor'],
    ],
    replace: [
      ['on(socket, "ping", this.onping.bind(this)), ', ''],
      [/this\.reconnection\(opts[\s\S]*?this\.backoff = new Backoff\(\{[\s\S]*?\}\);/, ''],
      ['this.backoff.reset();', ''],
      // By name, so that what else the parser exports is not kept.
      ['import * as parser from', 'import { Decoder, Encoder } from'],
      ['const _parser = opts.parser || parser;', ''],
      ['_parser.Encoder', 'Encoder'],
      ['_parser.Decoder', 'Decoder'],
    ],
  },
  { file: at('socket.io-client/build/esm/contrib/backo2.js'), whole: 'export class Backoff {}' },
  {
    file: at('socket.io-client/build/esm/socket.js'),
    empty: { _drainQueue: '', _addToQueue: '', notifyOutgoingListeners: '' },
    gone: [
      ...['send', 'compress', 'prependAny', 'offAny', 'listenersAny'],
      ...['onAnyOutgoing', 'prependAnyOutgoing', 'offAnyOutgoing', 'listenersAnyOutgoing'],
    ],
    replace: [[/new Error\("It seems you are trying to reach[^"]*"\)/, 'new Error("protocol")']],
  },
  {
    file: at('socket.io-parser/build/esm/index.js'),
    gone: ['encodeAsBinary'],
    replace: [
      ['if (hasBinary(obj)) {', 'if (false) {'],
      ['packet.type === PacketType.BINARY_EVENT;', 'false;'],
      ['if (isBinaryEvent || packet.type === PacketType.BINARY_ACK) {', 'if (false) {'],
      ['else if (isBinary(obj) || obj.base64) {', 'else if (false) {'],
      [/if \(obj\.type === PacketType\.BINARY_EVENT \|\|\s+obj\.type === PacketType\.BINARY_ACK\)/, 'if (false)'],
      [/if \(p\.type === PacketType\.BINARY_EVENT \|\|\s+p\.type === PacketType\.BINARY_ACK\)/, 'if (false)'],
    ],
  },
  {
    file: at('engine.io-parser/build/esm/encodePacket.browser.js'),
    whole: `import { PACKET_TYPES } from './commons.js';
      export const encodePacket = ({ type, data }, _binary, done) => done(PACKET_TYPES[type] + (data || ''));
      export const encodePacketToBinary = encodePacket;`,
  },
  {
    file: at('engine.io-parser/build/esm/decodePacket.browser.js'),
    whole: `import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
      export const decodePacket = (text) => {
        const type = PACKET_TYPES_REVERSE[text[0]];
        return type ? { type, data: text.slice(1) } : ERROR_PACKET;
      };`,
  },
  {
    file: at('engine.io-client/build/esm/contrib/parseuri.js'),
    whole: `export function parse(address) {
        const { protocol, hostname, port } = new URL(address);
        return { protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ''), port };
      }`,
  },
  {
    file: at('socket.io-parser/build/esm/is-binary.js'),
    whole: 'export const isBinary = () => false;\nexport const hasBinary = isBinary;',
  },
  {
    file: at('engine.io-client/build/esm/contrib/parseqs.js'),
    whole:
      'export const encode = (fields) => String(new URLSearchParams(fields));\nexport const decode = (fields) => fields;',
  },
  {
    file: at('engine.io-client/build/esm/transports/websocket.js'),
    whole: `import { Transport } from '../transport.js';
      import { encodePacket } from 'engine.io-parser';
      export class WS extends Transport {
        get name() { return 'websocket'; }
        doOpen() {
          try {
            this.ws = new WebSocket(this.createUri(this.opts.secure ? 'wss' : 'ws', this.query));
          } catch (error) {
            return this.emitReserved('error', error);
          }
          this.ws.onopen = () => this.onOpen();
          this.ws.onclose = (context) => this.onClose({ description: 'websocket connection closed', context });
          this.ws.onmessage = ({ data }) => this.onData(data);
          this.ws.onerror = (error) => this.onError('websocket error', error);
        }
        write(packets) {
          this.writable = false;
          for (const packet of packets) encodePacket(packet, false, (text) => this.ws.send(text));
          queueMicrotask(() => {
            this.writable = true;
            this.emitReserved('drain');
          });
        }
        doClose() {
          if (!this.ws) return;
          this.ws.onerror = () => {};
          this.ws.close();
          this.ws = null;
        }
      }`,
  },
  {
    file: at('engine.io-client/build/esm/socket.js'),
    empty: {
      _getWritablePackets: 'return this.writeBuffer;',
      _filterUpgrades: 'return [];',
      _open: `this.readyState = 'opening';
        const transport = this.createTransport('websocket');
        transport.open();
        this.setTransport(transport);`,
    },
    gone: ['send'],
    replace: [
      [
        /if \(opts\.transportImplementations && opts\.transports\)[\s\S]*?(?=this\.opts = Object\.assign)/,
        'this._transportsByName = DEFAULT_TRANSPORTS;',
      ],
      [/if \(this\.opts\.closeOnBeforeunload\) \{[\s\S]*?\n {12}\}/, ''],
      [/if \(this\._beforeunloadEventListener\) \{[\s\S]*?\n {16}\}/, ''],
      [/if \(this\.opts\.tryAllTransports[\s\S]*?\n {8}\}/, ''],
      [/const cleanupAndClose = [\s\S]*?(?=if \("opening")/, ''],
      [/if \(this\.upgrading\) \{\s+waitForUpgrade\(\);\s+\}\s+else \{\s+(close\(\);)\s+\}/, '$1'],
      [/else if \(this\.upgrading\) \{\s+waitForUpgrade\(\);\s+\}/, ''],
      [/for \(let i = 0; i < this\._upgrades[\s\S]*?\n {12}\}/, ''],
    ],
  },
];

/** A method as TypeScript prints it. */
const method = (name: string) => new RegExp(`\\n {4}${name}\\(([^\\n]*)\\) \\{\\n[\\s\\S]*?\\n {4}\\}(?=\\n)`);

export function jsonOnly(): Plugin {
  const seen = new Set<Cut>();
  return {
    name: 'json-only',
    transform(code, id) {
      const cut = CUTS.find(({ file }) => file.test(id.split('?')[0] ?? ''));
      if (!cut) return undefined;
      seen.add(cut);
      if (cut.whole) return { code: cut.whole, map: null };
      const replacements: (readonly [string | RegExp, string])[] = [
        ...Object.entries(cut.empty ?? {}).map(
          ([name, body]) => [method(name), `\n    ${name}() { ${body} }`] as const,
        ),
        ...(cut.gone ?? []).map((name) => [method(name), ''] as const),
        ...(cut.replace ?? []),
      ];
      let left = code;
      for (const [from, to] of replacements) {
        const found = typeof from === 'string' ? left.includes(from) : from.test(left);
        if (!found) this.error(`${id} no longer has ${String(from)}`);
        left = left.replace(from, to);
      }
      return { code: left, map: null };
    },
    buildEnd(error) {
      const missing = CUTS.find((cut) => !seen.has(cut));
      if (missing && !error) this.error(`Nothing is called ${String(missing.file)} any more`);
    },
  };
}
