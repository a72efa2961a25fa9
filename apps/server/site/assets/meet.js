/** The meeting page: one tag over the whole window. */
import { recallName } from './name.js';

const roomName = decodeURIComponent(location.pathname.split('/')[2] ?? '');
document.title = `${roomName} · Video Room`;

const room = document.createElement('video-room');
room.setAttribute('room', roomName);
room.setAttribute('token-endpoint', '/demo/token');
const name = recallName();
if (name) room.setAttribute('display-name', name);
else room.setAttribute('prejoin', '');

// A server of another version brings another widget: the call comes back by itself after the reload.
room.addEventListener('update-available', (event) => {
  event.preventDefault();
  location.reload();
});

document.querySelector('#stage').replaceChildren(room);
