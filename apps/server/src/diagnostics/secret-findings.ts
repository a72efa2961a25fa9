/** Whether secrets can be guessed. They are read here and told to nobody: not their text, not their length. */
import type { ServerSetup } from '../server-setup.js';
import { finding, type Finding } from './finding.js';

/** Every participant holds a signature made with it, and can try secrets against that at leisure. */
const MIN_LENGTH = 24;
/** 24 random hexadecimal digits have fewer different ones about once in 10,000 times. */
const MIN_DIFFERENT = 8;
const EXAMPLE =
  /change.?me|replace.?(me|this)|example|password|default|your.?(own.?)?secret|static-auth-secret|^(0123456789abcdef)+$/i;

const isGuessable = (secret: string): boolean =>
  secret.length < MIN_LENGTH || new Set(secret).size < MIN_DIFFERENT || EXAMPLE.test(secret);

export function secretFindings({ apiKeys, ice, development }: ServerSetup, isPublic: boolean): Finding[] {
  const secrets = [
    ...apiKeys.map(({ id, secret }) => ({ subject: `API_KEYS ${id}`, secret })),
    ...(ice.turnSecret === undefined ? [] : [{ subject: 'TURN_SECRET', secret: ice.turnSecret }]),
  ];
  const found = secrets
    .filter(({ secret }) => isGuessable(secret))
    .map(({ subject }) => finding('secrets', 'secret-weak', { subject }));
  const reused = secrets.filter(({ secret }, index) => secrets.findIndex((other) => other.secret === secret) < index);
  found.push(...reused.map(({ subject }) => finding('secrets', 'secret-reused', { subject })));
  if (development && isPublic) found.push(finding('secrets', 'development-key-public'));
  return found.length > 0 ? found : [finding('secrets', 'secrets-ok')];
}
