/**
 * Which servers one connection uses, and when it learns of others. Credentials end, so there are fresh ones from time to
 * time; but browsers take other servers for a reason to restart ICE. So a connection that runs gets the newest right
 * before it restarts anyway, whichever end began that. Knows neither signals nor times.
 *
 * A relay-only connection looks for no other way than over relays, from the beginning.
 */
import type { IceServer } from '@video-room/protocol';

export class IceConfiguration {
  readonly #pc: RTCPeerConnection;
  #newest: readonly IceServer[];
  #used: readonly IceServer[] = [];

  /** @param pc used for nothing yet. */
  constructor(pc: RTCPeerConnection, servers: readonly IceServer[], relayOnly: boolean) {
    this.#pc = pc;
    this.#newest = servers;
    if (relayOnly) pc.setConfiguration({ ...pc.getConfiguration(), iceTransportPolicy: 'relay' });
    this.#apply();
  }

  /** Addresses of the relays that the browser asks; undefined: there is none, and none is needed. */
  get relays(): readonly string[] | undefined {
    const relays = this.#used.flatMap(({ urls }) => urls).filter((url) => url.startsWith('turn'));
    return relays.length > 0 || this.#pc.getConfiguration().iceTransportPolicy === 'relay' ? relays : undefined;
  }

  /** Kept for the next restart. */
  setServers(servers: readonly IceServer[]): void {
    this.#newest = servers;
  }

  /** Looks for a path anew. The browser then asks to negotiate. */
  restart(): void {
    this.#apply();
    this.#pc.restartIce();
  }

  /** The other end's offer is set and about to be answered. If it looks for a path anew, so does this end. Returns whether. */
  beforeAnswer(): boolean {
    const { pendingRemoteDescription: asked, currentRemoteDescription: before } = this.#pc;
    const restarts = usernameFragment(asked) !== usernameFragment(before);
    if (restarts) this.#apply();
    return restarts;
  }

  #apply(): void {
    if (this.#newest === this.#used || (this.#newest.length === 0 && this.#used.length === 0)) return;
    this.#used = this.#newest;
    this.#pc.setConfiguration({ ...this.#pc.getConfiguration(), iceServers: [...this.#used] });
  }
}

/** Another one is what tells a restart (RFC 8839 section 4.4.1.1.1). */
const usernameFragment = (description: RTCSessionDescription | null): string | undefined =>
  /^a=ice-ufrag:(.*)$/m.exec(description?.sdp ?? '')?.[1];
