/**
 * Sends the next picture whole. After a gap the other end can make nothing of what only tells what has changed, and asks for a
 * whole one no oftener than every 3 s: what it asked into the gap was lost.
 */
export function sendWholePictures(pc: RTCPeerConnection): void {
  for (const sender of pc.getSenders()) {
    const isSent = sender.track?.kind === 'video' && sender.getParameters().encodings[0]?.active;
    // Somebody else may set something at the same moment, and will again if it is not what was wanted.
    if (isSent) sendWholePicture(sender).catch(() => undefined);
  }
}

async function sendWholePicture(sender: RTCRtpSender): Promise<void> {
  let isAsked = false;
  // Unknown to TypeScript's DOM types.
  const options: object = {
    get encodingOptions() {
      isAsked = true;
      return [{ keyFrame: true }];
    },
  };
  // Asks for one; browsers that do not read that (Firefox) pause and go on, which is with one.
  for (const active of [true, false, true]) {
    if (isAsked) return;
    const parameters = sender.getParameters();
    for (const encoding of parameters.encodings) encoding.active = active;
    await sender.setParameters(parameters, options);
  }
}
