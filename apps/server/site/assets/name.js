/** Who the visitor is, kept for the tab. Storage may be refused; then the name is asked for again. */
const KEY = 'video-room-demo:name';
const IDENTITY_KEY = 'video-room-demo:identity';

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

/** A random identity, the same until the tab is closed. */
export function recallIdentity() {
  const fresh = `guest-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
  try {
    const kept = sessionStorage.getItem(IDENTITY_KEY) ?? fresh;
    sessionStorage.setItem(IDENTITY_KEY, kept);
    return kept;
  } catch {
    return fresh;
  }
}
