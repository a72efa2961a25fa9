/** The page of one room, of the kind its path says: one tag over the whole window. */
import { recallIdentity, recallName, rememberName } from './name.js';

const [, kind, name] = location.pathname.split('/');
const roomName = decodeURIComponent(name ?? '');
document.title = `${roomName} · Video Room`;

const room = document.createElement('video-room');
room.setAttribute('room', roomName);
room.setAttribute('token-endpoint', `/demo/token/${kind}`);
// The same person after a reload, so that the seat is kept.
room.setAttribute('identity', recallIdentity());
const displayName = recallName();
if (displayName) room.setAttribute('display-name', displayName);
else room.setAttribute('prejoin', '');

room.addEventListener('joined', () => rememberName(room.localParticipant?.name ?? ''));

// A server of another version brings another widget: the call comes back by itself after the reload.
room.addEventListener('update-available', (event) => {
  event.preventDefault();
  location.reload();
});

document.querySelector('#stage').replaceChildren(room);
