/**
 * Sends the next picture whole. After a gap the other end can make nothing of what only tells what has changed, and asks for a
 * whole one no oftener than every 3 s: what it asked into the gap was lost. Browsers that cannot do it leave it at that.
 */
export function sendWholePictures(pc: RTCPeerConnection): void {
  for (const sender of pc.getSenders()) {
    if (sender.track?.kind !== 'video') continue;
    const parameters = sender.getParameters();
    // Unknown to TypeScript's DOM types.
    const options: object = { encodingOptions: parameters.encodings.map(() => ({ keyFrame: true })) };
    // Somebody else set them at the same moment, which makes no difference to what is sent later.
    sender.setParameters(parameters, options).catch(() => undefined);
  }
}
