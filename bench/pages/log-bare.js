/* global document, performance, requestAnimationFrame */
/** The same lines, all of them in the document, as one would write it first: at most ten thousand, the newest in sight. */
const LINES_MAX = 10_000;
const lines = [];
const list = document.createElement('div');
list.className = 'log';
let shown = false;
let waiting = [];
let following = true;

function rowOf({ time, text }) {
  const row = document.createElement('div');
  row.className = 'row';
  for (const word of [`+${(time / 1000).toFixed(3)} s`, 'You', 'session', `mark · text ${text}`]) {
    row.appendChild(document.createElement('span')).textContent = word;
  }
  return row;
}

/** Once a frame however much is written. */
function draw() {
  list.append(...waiting.map(rowOf));
  waiting = [];
  while (list.childElementCount > LINES_MAX) list.firstElementChild.remove();
  if (following) list.scrollTop = list.scrollHeight;
}

list.addEventListener('scroll', () => {
  following = list.scrollHeight - list.scrollTop - list.clientHeight < 24;
});

globalThis.bench = {
  write(text) {
    const line = { time: performance.now(), text };
    lines.push(line);
    if (lines.length > LINES_MAX) lines.shift();
    if (!shown) return;
    if (waiting.length === 0) requestAnimationFrame(draw);
    waiting.push(line);
  },
  async open() {
    shown = true;
    waiting = [...lines];
    document.body.append(list);
    draw();
    await new Promise(requestAnimationFrame);
    return list;
  },
};
