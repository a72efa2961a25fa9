/** The meeting page: one tag over the whole window. */
import { recallIdentity, recallName, rememberName } from './name.js';

const roomName = decodeURIComponent(location.pathname.split('/')[2] ?? '');
document.title = `${roomName} · Video Room`;

const room = document.createElement('video-room');
room.setAttribute('room', roomName);
room.setAttribute('token-endpoint', '/demo/token');
// The same person after a reload, so that the seat is kept.
room.setAttribute('identity', recallIdentity());
const name = recallName();
if (name) room.setAttribute('display-name', name);
else room.setAttribute('prejoin', '');

room.addEventListener('joined', () => rememberName(room.localParticipant?.name ?? ''));

// A server of another version brings another widget: the call comes back by itself after the reload.
room.addEventListener('update-available', (event) => {
  event.preventDefault();
  location.reload();
});

document.querySelector('#stage').replaceChildren(room);
