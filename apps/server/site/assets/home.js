/** The start page: remembers the name, proposes a room, starts any kind of it, and gives out its link. */
import { recallName, rememberName } from './name.js';

const form = document.querySelector('#start');
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

const pathOf = (kind) => `${kind}/${encodeURIComponent(room.value.trim())}`;

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function start(kind) {
  if (!form.reportValidity()) return;
  rememberName(name.value.trim());
  location.assign(`/${pathOf(kind)}`);
}

/** Buttons of one kind: start it, copy the link to send, show that link as a code for a phone. */
function offer(item) {
  const { kind, link } = item.dataset;
  const title = item.querySelector('b').textContent;
  const code = make('img', { alt: '', hidden: true, width: 180, height: 180 });
  const copy = make('button', { type: 'button', className: 'plain', textContent: 'Copy link' });
  copy.setAttribute('aria-label', `Copy the link of the ${title.toLowerCase()}`);
  copy.addEventListener('click', async () => {
    const url = `${location.origin}/${pathOf(link)}`;
    try {
      await navigator.clipboard.writeText(url);
      copy.textContent = 'Copied';
    } catch {
      // Without permission, or not over HTTPS: to be copied by hand.
      copy.replaceWith(make('input', { readOnly: true, value: url, ariaLabel: 'Link' }));
    }
  });
  const show = make('button', { type: 'button', className: 'plain', textContent: 'QR code' });
  show.setAttribute('aria-expanded', 'false');
  show.addEventListener('click', () => {
    code.hidden = !code.hidden;
    show.setAttribute('aria-expanded', String(!code.hidden));
    if (code.hidden) return;
    code.src = `/demo/qr/${pathOf(link)}`;
    code.alt = `QR code of ${location.origin}/${pathOf(link)}`;
  });
  const go = make('button', { type: 'button', textContent: 'Start' });
  go.setAttribute('aria-label', `Start the ${title.toLowerCase()}`);
  go.addEventListener('click', () => start(kind));
  item.append(make('div', { className: 'choices' }, show, copy, go), code);
  room.addEventListener('input', () => {
    copy.textContent = 'Copy link';
    code.hidden = true;
    show.setAttribute('aria-expanded', 'false');
  });
}

name.value = recallName();
room.value = proposeRoom();
(name.value ? room : name).focus();
document.querySelectorAll('[data-kind]').forEach(offer);

document.querySelector('#tag').textContent =
  `<script type="module" src="${location.origin}/video-room.js"></script>\n<video-room token="…"></video-room>`;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  start('meet');
});
