/**
 * Whether a new connection to the server comes about, beside the one there is: then the network is there, and a connection
 * that is still silent was left behind with another network. Enters no room, and knows of none.
 */

/**
 * Calls back when the server has spoken over a new connection, which is then closed.
 * @param url origin of the server.
 * @returns gives it up.
 */
export function knock(url: string, opened: () => void): () => void {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`);
  const close = () => {
    socket.onmessage = null;
    socket.close();
  };
  // Whoever is between may accept a connection; the first message is the server's own.
  socket.onmessage = () => {
    close();
    opened();
  };
  return close;
}
