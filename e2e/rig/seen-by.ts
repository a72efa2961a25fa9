/** What each link of a meeting carries: what one browser sends, found again at the tile in the other that shows it. */
import type { Guest } from './guest.js';

export interface SeenTile {
  /** Number of the RTP stream, the same at both ends. */
  ssrc: number;
  /** Of the tile, in device pixels. */
  shown: readonly [width: number, height: number];
}

export interface SentPicture {
  ssrc: number;
  /** 0 while nothing is sent. */
  width: number;
  height: number;
  framesSent: number;
}

/** The tiles of others with a picture. */
export function tilesSeenBy(guest: Guest): Promise<SeenTile[]> {
  return guest.page.evaluate(async () => {
    const stage = document.querySelector('video-room')?.shadowRoot?.querySelector('vr-stage');
    const tiles = [...(stage?.shadowRoot?.querySelectorAll('vr-tile') ?? [])];
    const reports = await Promise.all(window.peerConnections.map((connection) => connection.getStats()));
    const inbound = reports
      .flatMap((report) => [...(report as ReadonlyMap<string, Record<string, unknown>>).values()])
      .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'video');
    return tiles.flatMap((tile) => {
      const video = tile.shadowRoot?.querySelector('video');
      const track = (video?.srcObject as MediaStream | null)?.getVideoTracks()[0];
      const stat = inbound.find(({ trackIdentifier }) => trackIdentifier === track?.id);
      return stat ? [{ ssrc: Number(stat['ssrc']), shown: [tile.offsetWidth, tile.offsetHeight] as const }] : [];
    });
  });
}

/** The camera's picture, as it goes out over each link. */
export function picturesSentBy(guest: Guest): Promise<SentPicture[]> {
  return guest.page.evaluate(async () => {
    const reports = await Promise.all(window.peerConnections.map((connection) => connection.getStats()));
    return reports
      .flatMap((report) => [...(report as ReadonlyMap<string, Record<string, unknown>>).values()])
      .filter(({ type, kind }) => type === 'outbound-rtp' && kind === 'video')
      .map((stat) => ({
        ssrc: Number(stat['ssrc']),
        width: Number(stat['frameWidth'] ?? 0),
        height: Number(stat['frameHeight'] ?? 0),
        framesSent: Number(stat['framesSent'] ?? 0),
      }));
  });
}
