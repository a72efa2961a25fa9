/**
 * Words of the preflight, in English: what each finding means, what the visitor can do, what the site's owner must do.
 * Complete by type: a new code does not compile without words. Device failures have their words in en-devices.ts.
 */
import type { OwnPreflightCode, PreflightCheck, PreflightLayer, PreflightVerdict } from '../core/preflight/finding.js';
import { wordsOf } from './words.js';

type Word = string | ((what: string) => string);

const layers: Readonly<Record<PreflightLayer, string>> = {
  page: 'This page',
  devices: 'Camera and microphone',
  server: 'Server',
  token: 'Invitation',
  network: 'Network',
};

const checks: Readonly<Record<PreflightCheck, string>> = {
  'secure-context': 'Opened with https',
  browser: 'Browser',
  'policy-camera': 'May use the camera',
  'policy-microphone': 'May use the microphone',
  'policy-screen': 'May share a screen',
  'policy-autoplay': 'May play sound',
  microphone: 'Microphone',
  camera: 'Camera',
  server: 'Reachable',
  websocket: 'WebSocket',
  clock: 'Clock',
  token: 'Valid for this room',
  stun: 'STUN: your public address',
  'turn-udp': 'Relay over UDP',
  'turn-tcp': 'Relay over TCP',
  'turn-tls': 'Relay over TLS',
  loopback: 'Data through the relay',
  bandwidth: 'Bandwidth through the relay',
};

const means = {
  'not-told': 'The browser or the server does not tell.',
  'not-configured': 'The server names none.',
  'not-needed': 'Not needed: you will watch and listen.',
  'needs-browser': 'Not possible in this browser.',
  'needs-server': 'Not possible without the server.',
  'needs-token': 'Not possible without a valid invitation.',
  'needs-relay': 'Not possible without a relay.',
  'needs-admission': 'Possible only once you are let in.',
  'not-finished': 'It took too long.',
  'insecure-context': 'The page was not opened with https, so browsers give it no camera or microphone.',
  'browser-incomplete': (missing: string) => `This browser cannot take part in calls. It lacks ${missing}.`,
  'browser-limited': (missing: string) => `This browser can take part, but not everything works. It lacks ${missing}.`,
  'blocked-by-header': 'The site of this page forbids it.',
  'blocked-by-frame': 'The page around this one does not pass on the permission.',
  'device-unasked': 'Your browser will ask you when you join.',
  'server-unreachable': 'The server did not answer.',
  'server-unknown': 'Something answers at the server’s address, but not the server.',
  'protocol-unsupported': 'Page and server have different versions.',
  'blocked-by-csp': 'The site of this page does not let it reach the server.',
  'websocket-blocked': 'The server cannot be reached by WebSocket. Often a proxy or firewall is in the way.',
  'clock-off': (seconds: string) => `Your computer’s clock is wrong by ${seconds} seconds.`,
  'token-missing': 'This page has no invitation to a room.',
  'token-endpoint-failed': 'The page got no invitation from its site.',
  'token-expired': 'Your invitation has expired.',
  'token-not-yet-valid': 'Your invitation is not valid yet.',
  'token-other-room': 'Your invitation is for another room.',
  'token-other-origin': 'Your invitation is not for this site.',
  'origin-not-allowed': 'The server takes no calls from this site.',
  removed: 'You were removed from the room.',
  'token-refused': 'The server does not accept your invitation.',
  'token-waits': 'It is valid. Somebody has to let you in.',
  'room-closed': 'It is valid, but the room takes nobody new now.',
  'rate-limited': 'The server was asked too often.',
  'stun-unreachable': 'No STUN server answered, so others may not find a direct way to you.',
  'turn-wrong-credential': 'The relay does not accept what the server gave for it.',
  'turn-unreachable': 'The relay could not be reached in this way.',
  'turn-failed': 'The relay refused.',
  'udp-blocked': (through: string) => `Only a relay by ${through} works: a firewall blocks UDP.`,
  'turn-tls-failed': 'Not over TLS: your browser does not trust the relay’s certificate, or its port is closed.',
  'relay-blocked': 'There is a relay, but nothing came through it.',
  'bandwidth-low': (kbps: string) => `Only about ${kbps} kbit/s: enough for sound, hardly for pictures.`,
} satisfies Record<Exclude<OwnPreflightCode, 'ok'>, Word>;

const advice = {
  https: 'Open the page with https:// in front of its address.',
  browser: 'Open it in a current version of Chrome, Edge, Firefox or Safari.',
  owner: 'Tell whoever runs this site. “Copy” gives you what they need.',
  network: 'Try another network, or go without VPN or proxy.',
  udp: 'A call works, but may stutter. Try another network, or ask whoever runs this one to allow UDP.',
  clock: 'Let your computer set its clock by itself.',
  invitation: 'Reload the page, or ask for a new invitation.',
  wait: 'Wait a minute, then run the check again.',
  line: 'End other downloads, or come closer to your router.',
};

const owner = {
  'insecure-context': 'Serve the page with https.',
  'blocked-by-header': (feature: string) => `Send the header Permissions-Policy with ${feature}=(self), or without it.`,
  'blocked-by-frame': (feature: string) =>
    `Write allow="${feature}" on the iframe. If it is there, the outer page’s Permissions-Policy header must allow ${feature}, too.`,
  'server-unreachable': 'See whether the server runs and the attribute server is its address.',
  'server-unknown': 'See where the attribute server points, and whether a proxy answers instead.',
  'protocol-unsupported': 'Bring the element and the server to the same version.',
  'blocked-by-csp': 'Add the server’s https: and wss: addresses to connect-src in the Content-Security-Policy.',
  'websocket-blocked': 'Let the reverse proxy pass on WebSocket upgrades of /socket.io/.',
  'token-missing': 'Set token or token-endpoint.',
  'token-endpoint-failed': 'token-endpoint must answer a POST with participant_token.',
  'token-expired': 'Make a token for each visit with token-endpoint, or a longer ttlSeconds.',
  'token-not-yet-valid': 'nbf lies ahead: set the clock of whatever signs the tokens.',
  'token-other-room': 'Make the token for the room in the attribute room.',
  'token-other-origin': 'Add this page’s origin to origins of the token.',
  'origin-not-allowed': 'Add this page’s origin to ALLOWED_ORIGINS of the server.',
  'token-refused': 'Sign tokens with a key of API_KEYS, by HS256, with exp within 24 hours.',
  'stun-unreachable': 'See whether the servers of STUN_URLS run and their UDP ports are open.',
  'turn-wrong-credential': 'TURN_SECRET must be coturn’s static-auth-secret, and both clocks right.',
  'turn-unreachable': 'See whether the servers of TURN_URLS run, and their ports and certificate.',
  'turn-failed': 'See the relay’s own log, and its quotas.',
  'udp-blocked': 'Keep the relay open over TCP and TLS. If nobody reaches it over UDP, open its port for UDP, too.',
  'turn-tls-failed':
    'Give coturn a certificate that browsers trust, with its chain and the name in TURN_URLS, and open its port.',
  'relay-blocked': 'Open the relay’s ports, min-port to max-port, for UDP.',
} satisfies Partial<Record<OwnPreflightCode, Word>>;

const verdicts: Readonly<Record<PreflightVerdict, string>> = {
  ok: 'fine',
  warning: 'limited',
  failed: 'failed',
  skipped: 'not checked',
};

const overall: Readonly<Record<PreflightVerdict, string>> = {
  ok: 'All is well. You can join.',
  warning: 'You can join, but not everything works.',
  failed: 'Something keeps you from the call.',
  skipped: 'Nothing could be checked.',
};

export const enPreflight = {
  title: 'Connection check',
  running: (done: number, total: number) => `Checking… ${done} of ${total}`,
  layers,
  checks,
  means,
  advice,
  owner,
  verdicts,
  overall,
  forOwner: 'For the site’s owner:',
  kbps: (kbps: string) => `about ${kbps} kbit/s`,
  again: 'Run again',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not be copied',
  back: 'Back',
};

export const preflightWords = wordsOf('preflight', enPreflight);
