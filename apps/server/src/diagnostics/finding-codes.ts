/** Every code with its verdict and words. A code never changes its meaning; words may. `docs/rest.md` lists them. */
import type { Verdict } from './finding.js';

interface Kind {
  verdict: Verdict;
  meaning: string;
  remedy?: string;
}

const ok = (meaning: string): Kind => ({ verdict: 'ok', meaning });
const skipped = (meaning: string, remedy?: string): Kind => ({
  verdict: 'skipped',
  meaning,
  ...(remedy && { remedy }),
});
const warning = (meaning: string, remedy: string): Kind => ({ verdict: 'warning', meaning, remedy });
const failed = (meaning: string, remedy: string): Kind => ({ verdict: 'failed', meaning, remedy });

const NEW_SECRET = 'Make a new one (openssl rand -hex 32) and replace it wherever it is used.';

export const FINDINGS = {
  'turn-ok': ok('Bytes go through the relay and come back.'),
  'turn-open': warning(
    'The TURN server relays for anybody, without credentials.',
    'Set use-auth-secret and static-auth-secret in coturn and remove no-auth; otherwise strangers use it for their own ends.',
  ),
  'turn-private-address': warning(
    'The TURN server works, but tells people to send to an address that only its own network reaches.',
    "Set coturn's external-ip to its public address, followed by / and the private one.",
  ),
  'turn-unreachable': failed(
    'The TURN server does not answer.',
    'Check that it runs, that name and port in TURN_URLS are right, and that firewalls on the way let this protocol through.',
  ),
  'turn-unauthorized': failed(
    'The TURN server refuses the credentials.',
    "Give TURN_SECRET the value of coturn's static-auth-secret, set use-auth-secret there, and compare both clocks.",
  ),
  'turn-refused': failed(
    'The TURN server knows the credentials but allocates nothing.',
    'See its log: usually a quota (user-quota, total-quota) or the range of relay ports is used up.',
  ),
  'turn-no-relay': failed(
    'The TURN server allocates, but bytes do not come through it.',
    'Let its relay ports (UDP 49152 to 65535, or min-port to max-port) through, set external-ip behind NAT, and do not deny its own relay address as a peer.',
  ),
  'turn-tls-failed': failed(
    'There is a connection to the TURN server, but no TLS on it that browsers would trust.',
    'Give coturn a certificate (cert, pkey) with its whole chain, for the name in TURN_URLS and not expired, and use its TLS port.',
  ),
  'turn-not-checked': skipped('TURN over DTLS cannot be tried from here, and browsers do not use it.'),
  'stun-ok': ok('The STUN server answers.'),
  'stun-unreachable': failed(
    'The STUN server does not answer.',
    'Check that it runs, that name and port in STUN_URLS are right, and that firewalls on the way let UDP through.',
  ),
  'stun-tls-failed': failed(
    'There is a connection to the STUN server, but no TLS on it that browsers would trust.',
    'Correct its certificate, or use stun: instead of stuns:.',
  ),
  'stun-not-checked': skipped('STUN over DTLS cannot be tried from here, and browsers do not use it.'),
  'relays-ok': ok('TURN servers are configured for networks that let little through.'),
  'turn-unset': skipped('There is no TURN server, which is fine on one network.'),
  'turn-missing': warning(
    'There is no TURN server: about one call in ten between arbitrary networks will not connect.',
    'Run one, such as coturn, and set TURN_URLS and TURN_SECRET.',
  ),
  'turn-udp-only': warning(
    'TURN is offered over UDP only, which strict networks block.',
    'Add a URL over TCP or TLS to TURN_URLS, such as turns:turn.example.org:443?transport=tcp.',
  ),
  'turn-public-server': warning(
    'A TURN server that is open to everybody is configured: anyone may listen to who calls whom, and it may go any day.',
    'Run a TURN server of your own and name it in TURN_URLS.',
  ),
  'turn-static-credentials': warning(
    'A setting with fixed TURN credentials is there. It has no effect, because credentials are made for each participant.',
    'Remove it; set use-auth-secret in coturn and TURN_SECRET here.',
  ),
  'turn-ttl-long': warning(
    'TURN credentials live longer than an hour, and so does whoever copies one.',
    'Remove TURN_TTL: they are renewed for as long as a call goes on.',
  ),
  'secrets-ok': ok('No secret looks as if it could be guessed.'),
  'secret-weak': warning('A secret is short, monotonous or the one of an example: it can be guessed.', NEW_SECRET),
  'secret-reused': warning(
    'One secret serves two purposes: whoever learns it for the one has the other.',
    'Give each API key and TURN_SECRET a secret of its own.',
  ),
  'development-key-public': failed(
    'The development key is in use at a public address: every page may connect.',
    'Set API_KEYS, and ALLOWED_ORIGINS if pages of other sites are to connect.',
  ),
  'origins-ok': ok('Pages that may connect are named.'),
  'origins-any': warning(
    'Pages of every site may connect: whoever gets hold of a token can use it anywhere.',
    'Name your pages in ALLOWED_ORIGINS.',
  ),
  'demo-ok': ok('Demo pages are off, or this is a trial.'),
  'demo-public': warning(
    'The demo is on: everybody who reaches the server may join any room.',
    'Remove DEMO=on once you are done trying.',
  ),
  'transport-ok': ok('Browsers reach the server over HTTPS, or on this machine or network only.'),
  'plain-http': warning(
    'The server listens on a public address without HTTPS, and no PUBLIC_URL tells of a proxy with it.',
    'Set KEY and CERT; or let a proxy speak HTTPS, set PUBLIC_URL, and listen for the proxy alone (HOST).',
  ),
  'public-url-plain-http': failed(
    'PUBLIC_URL is plain HTTP: browsers give no camera there, and tokens can be read on the way.',
    'Serve HTTPS (KEY and CERT, or a proxy) and set PUBLIC_URL to the https origin.',
  ),
  'proxy-unknown': warning(
    'HTTPS ends at a proxy in front that is not believed about addresses: all clients count as one for the limits.',
    'Set TRUST_PROXY to the number of proxies in front.',
  ),
  'public-url-ok': ok('PUBLIC_URL leads to this server.'),
  'public-url-unset': skipped(
    'PUBLIC_URL is not set, so no address is known to look at.',
    'Set PUBLIC_URL to have it checked.',
  ),
  'public-url-unreachable': failed(
    'Nothing answers at PUBLIC_URL, asked from the server itself.',
    'Check that the server runs, its name in DNS, firewalls and the proxy in front; behind NAT, that the machine reaches its own public address.',
  ),
  'public-url-wrong-answer': failed(
    'Something else than a Video Room server of this version answers at PUBLIC_URL.',
    'Let the proxy pass on /healthz, /api, /socket.io and /video-room.js unchanged, and compare PUBLIC_URL.',
  ),
  'certificate-ok': ok('The certificate is good for 14 days or more.'),
  'certificate-expiring': warning(
    'The certificate expires in less than 14 days.',
    'Renew it, and see why that does not happen by itself.',
  ),
  'certificate-expired': failed(
    'The certificate has expired, or does not count yet.',
    'Renew it, or set the clock right.',
  ),
  'certificate-wrong-name': failed(
    'The certificate is for another name than that in PUBLIC_URL.',
    'Get one that has the name of PUBLIC_URL among its subject alternative names.',
  ),
  'certificate-not-trusted': failed(
    'Browsers will not trust the certificate: it is self-signed, or its chain is not complete.',
    'Use a certificate of a public authority, and put the intermediate certificates into the file as well.',
  ),
  'clock-ok': ok('The clock agrees with that of whatever answers at PUBLIC_URL.'),
  'clock-off': warning(
    'The clock differs by more than 10 s from that of whatever answers at PUBLIC_URL: tokens and TURN credentials may count as expired.',
    'Let both machines set their clocks by NTP.',
  ),
  'clock-unknown': skipped('There is nothing to compare the clock with.'),
  'disk-ok': ok('There is space on the disk.'),
  'disk-low': warning(
    'There is less than 512 MiB left on the disk of the working directory.',
    'Make room, for instance by rotating logs.',
  ),
  'disk-full': failed('There is less than 64 MiB left on the disk of the working directory.', 'Make room at once.'),
  'disk-unknown': skipped('The system does not tell how much space is left.'),
  'descriptors-ok': ok('The process may open enough sockets.'),
  'descriptors-few': warning(
    'The process may open fewer sockets than a busy server needs: people would be turned away.',
    'Raise the limit, with LimitNOFILE in systemd or ulimit -n in a shell.',
  ),
  'descriptors-unknown': skipped('The system does not tell how many sockets the process may open.'),
  'configuration-invalid': failed(
    'A setting is wrong, and the server would not start.',
    'Correct it; see .env.example.',
  ),
  'check-timed-out': failed(
    'The check did not end in time.',
    'Try again; if it stays so, something on the way swallows packets.',
  ),
  'check-broken': failed('The check itself failed.', 'Report it with the detail below.'),
  'check-aborted': skipped('The check was given up.'),
} satisfies Record<string, Kind>;

export type FindingCode = keyof typeof FINDINGS;
