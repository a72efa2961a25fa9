/** Which of its paths a connection uses may change at any time: when it is made or mended, and when another turns out better. */

/** @param changed the path in use may be another one than before. */
export function watchPath(pc: RTCPeerConnection, changed: () => void): void {
  let transport: RTCIceTransport | undefined;
  pc.addEventListener('connectionstatechange', () => {
    if (pc.connectionState !== 'connected') return;
    changed();
    // There is one transport for everything.
    const used = pc.getSenders()[0]?.transport?.iceTransport;
    if (used === transport) return;
    transport = used;
    transport?.addEventListener('selectedcandidatepairchange', changed);
  });
}
