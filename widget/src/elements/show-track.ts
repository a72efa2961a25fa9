/** Gives a picture to a video, without interrupting one that is shown already. */

/** @returns whether there is now something else to play. */
export function showTrack(element: HTMLVideoElement | null, track: MediaStreamTrack | undefined): boolean {
  if (!element) return false;
  const [shown] = (element.srcObject as MediaStream | null)?.getTracks() ?? [];
  if (shown === track) return false;
  element.srcObject = track ? new MediaStream([track]) : null;
  return !!track;
}
