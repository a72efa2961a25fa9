/** The page that shows a log from a file: one element over the whole window, and no call. */
import { defineDebugFile } from '/video-room.js';

await defineDebugFile();
document.querySelector('#stage').replaceChildren(document.createElement('vr-debug-file'));
