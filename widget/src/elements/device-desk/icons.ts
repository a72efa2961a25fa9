/** Icons of one's own devices; drawings as in ../icons.ts. */
import { line } from '../icons.js';

export const speakerIcon = line(
  'M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298zM16 9a5 5 0 0 1 0 6',
);
export const switchCameraIcon = line(
  'M11 19H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2h5M13 5h7a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-5M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM18 22l-3-3 3-3M6 2l3 3-3 3',
);
export const upIcon = line('m6 15 6-6 6 6');
export const downIcon = line('m6 9 6 6 6-6');
export const closeIcon = line('M18 6 6 18M6 6l12 12');
