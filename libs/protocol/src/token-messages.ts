/** What client and server say to each other of the token a socket came in with. */

/** The receiver's token ends soon; see `RenewMessage`. */
export interface TokenExpiringMessage {
  /** Milliseconds since 1970 by the server's clock. */
  expiresAt: number;
}

/** A newer token for the same room and person, whose expiry and rights count from now on. */
export interface RenewMessage {
  token: string;
}
