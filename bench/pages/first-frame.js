/* global performance, requestAnimationFrame */
/**
 * Resolves with the time of the first frame of the video that `find` returns, which need not be there yet. Looks once
 * per screen refresh; a first frame comes some refreshes after its element.
 */
export function firstFrame(find) {
  return new Promise((resolve) => {
    const look = () => {
      const video = find();
      if (video) video.requestVideoFrameCallback(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}
