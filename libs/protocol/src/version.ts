/**
 * Number of the wire protocol. It grows only when an older client could no longer talk to a newer server; added
 * optional fields and added messages do not change it, so both sides ignore what they do not know.
 */
export const PROTOCOL_VERSION = 1;
