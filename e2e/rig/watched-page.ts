/** What a page under test keeps of itself: connections, devices and sound, to look at and to disturb them. */
import type { Page } from '@playwright/test';

/** Runs before any script of a page. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Original = window.RTCPeerConnection;
    window.peerConnections = [];
    window.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        window.peerConnections.push(this);
      }
    };
    window.roomErrors = [];
    document.addEventListener('DOMContentLoaded', () => {
      document.querySelector('video-room')?.addEventListener('error', ({ code }) => window.roomErrors.push(code));
    });
    // Sound is played by elements that are in no document.
    window.soundPlayers = [];
    const OriginalAudio = window.Audio;
    window.Audio = class extends OriginalAudio {
      constructor(source?: string) {
        super(source);
        window.soundPlayers.push(this);
      }
    };
    window.deviceTracks = [];
    window.deviceRequests = 0;
    const devices = navigator.mediaDevices;
    const original = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      window.deviceRequests += 1;
      const stream = await original(constraints);
      window.deviceTracks.push(...stream.getTracks());
      return stream;
    };
  });
}

declare global {
  interface Window {
    peerConnections: RTCPeerConnection[];
    roomErrors: string[];
    soundPlayers: HTMLAudioElement[];
    deviceTracks: MediaStreamTrack[];
    deviceRequests: number;
  }
}
