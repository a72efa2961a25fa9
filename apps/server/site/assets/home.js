/** The start page: remembers the name, proposes a room, goes there. */
import { recallName, rememberName } from './name.js';

const form = document.querySelector('#meet');
const { name, room } = form.elements;

const WORDS = [
  'amber',
  'birch',
  'cedar',
  'delta',
  'ember',
  'fjord',
  'grove',
  'harbor',
  'iris',
  'lagoon',
  'meadow',
  'north',
];

/** Easy to read out, hard to meet by accident. */
function proposeRoom() {
  const [one, other, number] = crypto.getRandomValues(new Uint32Array(3));
  return `${WORDS[one % WORDS.length]}-${WORDS[other % WORDS.length]}-${number % 10_000}`;
}

name.value = recallName();
room.value = proposeRoom();
(name.value ? room : name).focus();

document.querySelector('#tag').textContent =
  `<script type="module" src="${location.origin}/video-room.js"></script>\n<video-room token="…"></video-room>`;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const target = room.value.trim();
  if (!target) return;
  rememberName(name.value.trim());
  location.assign(`/meet/${encodeURIComponent(target)}`);
});
