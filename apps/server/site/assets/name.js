/** The visitor's name, kept for the tab. Storage may be refused; then it is asked for again. */
const KEY = 'video-room-demo:name';

export function recallName() {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function rememberName(name) {
  try {
    sessionStorage.setItem(KEY, name);
  } catch {
    // Private mode: the call asks for the name instead.
  }
}
