/**
 * Masks what must not leave the machine it was written on: tokens, credentials, resume keys, addresses. Works on any
 * plain data and returns a copy.
 */
const SECRET_KEYS =
  /^(token|participant_token|resumeKey|credential|password|secret|authorization|cookie|apiKey|api_key|KEY|pwd|ufrag|usernameFragment)$/i;

const JWT = /\beyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g;
/** Also within a line, as browsers quote them, and in JSON. */
const ICE_SECRETS = /(a=(?:ice-ufrag|ice-pwd|fingerprint|crypto):?)[^"\\\r\n]*/gi;
const UFRAG = /\b(ufrag|usernameFragment) +[^\s"]+/g;
const IPV4 = /\b(?:\d{1,3}\.){3}\d{1,3}\b/g;
const IPV6 = /(?<![\w:.])(?:[\da-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4})(?:%\w+)?(?![\w:])/gi;
const MDNS = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.local\b/gi;

/** `text` with tokens, ICE credentials and addresses masked. */
export function redactText(text: string): string {
  return text
    .replace(JWT, '[token]')
    .replace(ICE_SECRETS, '$1[masked]')
    .replace(UFRAG, '$1 [masked]')
    .replace(MDNS, '[address]')
    .replace(IPV4, '[address]')
    .replace(IPV6, (match) => (match.replace(/[^:]/g, '').length >= 2 && /[\da-f]/i.test(match) ? '[address]' : match));
}

/** Whether what stands in a field of this name is secret whatever it is. */
export const isSecretField = (name: string): boolean => SECRET_KEYS.test(name);

/** A deep copy of plain data with every secret field and every secret inside a string masked. */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, isSecretField(key) && inner ? '[masked]' : redact(inner)]),
    );
  }
  return value;
}
