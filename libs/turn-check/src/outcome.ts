/** What came out of trying a server. The codes never change their meaning. */
export type TurnCode =
  | 'turn-ok'
  /** Bytes are relayed, but the server asked for no credentials. */
  | 'turn-open'
  /** No answer, or no way to the server. */
  | 'turn-unreachable'
  /** The credentials were refused. */
  | 'turn-unauthorized'
  /** It knows the credentials and gives no allocation all the same, for instance because a quota is used up. */
  | 'turn-refused'
  /** It allocates, but bytes do not come through. */
  | 'turn-no-relay'
  /** There is a connection, but no TLS on it that one could trust. */
  | 'turn-tls-failed'
  /** `turns:` over UDP is DTLS, which Node cannot speak. */
  | 'turn-not-checked';

export type StunCode = 'stun-ok' | 'stun-unreachable' | 'stun-tls-failed' | 'stun-not-checked';

export interface Outcome<Code extends string> {
  code: Code;
  /** Why, in the words of the system or the server: an error code such as `ECONNREFUSED`, or `403 Forbidden IP`. */
  reason?: string;
  /** How long it took, in milliseconds. */
  durationMs: number;
}

/** Once it is allocated, the addresses tell whether others can reach the relay, too. */
export interface TurnOutcome extends Outcome<TurnCode> {
  /** The IP address that was talked to. */
  serverAddress?: string;
  /** The IP address that others are told to send to. */
  relayedAddress?: string;
}

export interface CheckOptions {
  /** Gives up when aborted: then the outcome says how far it came. */
  signal: AbortSignal;
  /** PEM certificates to trust besides those Node does. */
  ca?: string;
}
