/** The transport as our server has it, so that a difference is not one of settings. */
export const TRANSPORT_OPTIONS = {
  transports: ['websocket'],
  serveClient: false,
  maxHttpBufferSize: 64 * 1024,
  perMessageDeflate: false,
  httpCompression: false,
  pingInterval: 10_000,
  pingTimeout: 8_000,
  connectTimeout: 45_000,
};
