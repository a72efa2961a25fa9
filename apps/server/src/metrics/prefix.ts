/** What all names of figures begin with. */
export const PREFIX = 'video_room_';
