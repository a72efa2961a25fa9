/** Icons of sharing screens and of sound only; drawings as in ../icons.ts. */
import { line } from '../icons.js';

const SCREEN = 'M13 3H4a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-3M8 21h8M12 17v4';

export const shareIcon = line(`${SCREEN}M17 8l5-5M17 3h5v5`);
export const soundOnlyIcon = line(
  'M3 14h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a9 9 0 0 1 18 0v7a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3',
);
export const closeIcon = line('M18 6 6 18M6 6l12 12');
export const stopSharingIcon = line(`${SCREEN}M22 3l-5 5M17 3l5 5`);
