/** Icons of the overlay only. Drawings: Lucide, see ../icons.ts. */
import { line } from '../icons.js';

export const pauseIcon = line('M15 3h3v18h-3zM6 3h3v18H6z');
export const playIcon = line('M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z');
export const clearIcon = line(
  'M10 11v6M14 11v6M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M3 6h18M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2',
);
export const copyIcon = line(
  'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2zM4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2',
);
export const downloadIcon = line('M12 15V3M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4M7 10l5 5 5-5');
export const closeIcon = line('M18 6 6 18M6 6l12 12');

const dock = (bar: string) => line(`M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z${bar}`);
export const dockIcons = {
  bottom: dock('M3 15h18'),
  top: dock('M3 9h18'),
  start: dock('M9 3v18'),
  end: dock('M15 3v18'),
} as const;
