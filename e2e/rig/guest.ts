/** One person in front of one page: what a test can do and see. Everything is read from the page as it is. */
import { expect, type Page } from '@playwright/test';
import type { MediaState } from '@video-room/protocol';
import { nameColour, type ColourName, type Rgb } from './camera-clip.js';

export interface SeenVideo {
  /** Text of the name tag. */
  name: string;
  own: boolean;
  colour: ColourName | 'none';
}

export class Guest {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** State of the first element of the page. */
  state(): Promise<string> {
    return this.page.evaluate(() => document.querySelector('video-room')?.state ?? 'none');
  }

  async expectState(state: string): Promise<void> {
    await expect.poll(() => this.state()).toBe(state);
  }

  /** Names of everybody in the room as the page knows them, sorted. */
  people(): Promise<string[]> {
    return this.page.evaluate(() =>
      (document.querySelector('video-room')?.participants ?? []).map(({ name }) => name).sort(),
    );
  }

  async expectPeople(...names: string[]): Promise<void> {
    await expect.poll(() => this.people()).toEqual([...names].sort());
  }

  /** Whether the server has the socket of that person, as this page is told. */
  connectionOf(name: string): Promise<string | undefined> {
    return this.page.evaluate(
      (who) => document.querySelector('video-room')?.participants.find((person) => person.name === who)?.connection,
      name,
    );
  }

  /** What that person says it is sending. */
  media(name: string): Promise<MediaState | undefined> {
    return this.page.evaluate(
      (who) => document.querySelector('video-room')?.participants.find((person) => person.name === who)?.media,
      name,
    );
  }

  /** Every playing video of the page with the colour in its middle. */
  async videos(): Promise<SeenVideo[]> {
    const seen = await this.page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 1;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      const found: { name: string; own: boolean; rgb: [number, number, number] }[] = [];
      const walk = (root: ParentNode, tile: Element | undefined) => {
        for (const element of root.querySelectorAll('*')) {
          const inside = element.localName === 'vr-tile' ? element : tile;
          if (
            element instanceof HTMLVideoElement &&
            inside &&
            context &&
            element.videoWidth > 0 &&
            element.checkVisibility({ opacityProperty: true })
          ) {
            const { videoWidth: width, videoHeight: height } = element;
            context.drawImage(element, width / 2 - 8, height / 2 - 8, 16, 16, 0, 0, 1, 1);
            const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
            const name = inside.shadowRoot?.querySelector('[part~="name-tag"] b')?.textContent ?? '';
            found.push({
              name,
              own: !!inside.shadowRoot?.querySelector('[part~="own-tile"]'),
              rgb: [red, green, blue],
            });
          }
          if (element.shadowRoot) walk(element.shadowRoot, inside);
        }
      };
      walk(document, undefined);
      return found;
    });
    return seen.map(({ name, own, rgb }) => ({ name, own, colour: nameColour(rgb as Rgb) }));
  }

  /** Waits until exactly these remote pictures are decoded. */
  async expectPictures(pictures: Record<string, ColourName>): Promise<void> {
    const remote = async () =>
      (await this.videos())
        .filter(({ own }) => !own)
        .map(({ name, colour }) => [name, colour])
        .sort();
    await expect.poll(remote).toEqual(Object.entries(pictures).sort());
  }

  /** Codes of the errors the first element has told of. */
  errors(): Promise<string[]> {
    return this.page.evaluate(() => window.roomErrors);
  }

  /** Frames decoded so far, by the peer connections that are open. */
  framesDecoded(): Promise<number[]> {
    return this.#inbound('video', 'framesDecoded');
  }

  /** Energy of the sound received so far (`totalAudioEnergy` of webrtc-stats). */
  audioEnergy(): Promise<number[]> {
    return this.#inbound('audio', 'totalAudioEnergy');
  }

  /** Energy of the sound that was given to the first link to send. */
  energySent(): Promise<number> {
    return this.page.evaluate(async () => {
      const stats = (await window.peerConnections[0]?.getStats()) as ReadonlyMap<string, Record<string, unknown>>;
      const sources = [...stats.values()].filter(({ type, kind }) => type === 'media-source' && kind === 'audio');
      return Number(sources[0]?.['totalAudioEnergy'] ?? 0);
    });
  }

  /** Energy of the sound that the first link brings during the next seconds of sound. */
  async energyDuring(seconds: number): Promise<number> {
    const [start = 0] = await this.#inbound('audio', 'totalSamplesDuration');
    const [before = 0] = await this.audioEnergy();
    await expect
      .poll(async () => ((await this.#inbound('audio', 'totalSamplesDuration'))[0] ?? 0) - start)
      .toBeGreaterThan(seconds);
    return ((await this.audioEnergy())[0] ?? 0) - before;
  }

  /** Waits until every open link has decoded at least `frames` more frames. */
  async expectPicturesMove(frames = 5): Promise<void> {
    const before = await this.framesDecoded();
    await expect
      .poll(async () => (await this.framesDecoded()).every((now, index) => now >= (before[index] ?? 0) + frames), {
        timeout: 20_000,
      })
      .toBe(true);
  }

  openPeerConnections(): Promise<number> {
    return this.page.evaluate(
      () => window.peerConnections.filter(({ connectionState }) => connectionState !== 'closed').length,
    );
  }

  liveTracks(): Promise<number> {
    return this.page.evaluate(() => window.deviceTracks.filter(({ readyState }) => readyState === 'live').length);
  }

  /** How often the page has asked for a device. */
  deviceRequests(): Promise<number> {
    return this.page.evaluate(() => window.deviceRequests);
  }

  /** Bytes of media sent so far, over all peer connections. */
  bytesSent(): Promise<number> {
    return this.page.evaluate(async () => {
      let bytes = 0;
      for (const connection of window.peerConnections) {
        const stats = (await connection.getStats()) as ReadonlyMap<string, Record<string, unknown>>;
        for (const stat of stats.values()) if (stat['type'] === 'outbound-rtp') bytes += Number(stat['bytesSent']);
      }
      return bytes;
    });
  }

  /** What is written, as `Ann: Hello`. */
  async expectMessages(...messages: string[]): Promise<void> {
    const read = () =>
      this.page.evaluate(() =>
        (document.querySelector('video-room')?.messages ?? []).map(({ from, text }) => `${from.name}: ${text}`),
      );
    await expect.poll(read).toEqual(messages);
  }

  /** Does to somebody of that name what a moderator may. */
  moderate(name: string, act: 'mute' | 'lowerHand' | 'removeParticipant', message?: string): Promise<void> {
    return this.page.evaluate(
      ([name, act, message]) => {
        const room = document.querySelector('video-room');
        const id = room?.participants.find((person) => person.name === name)?.id ?? '';
        if (act === 'removeParticipant') room?.removeParticipant(id, message);
        else room?.[act](id);
      },
      [name, act, message] as const,
    );
  }

  microphone(): Promise<string | undefined> {
    return this.page.evaluate(() => document.querySelector('video-room')?.microphone);
  }

  handsUp(): Promise<string[]> {
    return this.page.evaluate(() =>
      (document.querySelector('video-room')?.participants ?? [])
        .filter(({ choices }) => choices.handRaised)
        .map(({ name }) => name),
    );
  }

  /** Whether the sound of that person, whose picture is to be seen, is played. */
  hears(name: string): Promise<boolean> {
    return this.page.evaluate((name) => {
      const stage = document.querySelector('video-room')?.shadowRoot?.querySelector('vr-stage');
      const tiles = [...(stage?.shadowRoot?.querySelectorAll('vr-tile') ?? [])];
      const tile = tiles.find((one) => one.shadowRoot?.querySelector('[part~="name-tag"] b')?.textContent === name);
      const tracksOf = (media: HTMLMediaElement) => (media.srcObject as MediaStream | null)?.getTracks() ?? [];
      const picture = tracksOf(tile!.shadowRoot!.querySelector('video')!)[0];
      const tracks = window.peerConnections
        .map((connection) => connection.getReceivers().map(({ track }) => track))
        .find((receivers) => receivers.some((track) => track === picture))!;
      return window.soundPlayers
        .filter(({ paused, muted, volume }) => !paused && !muted && volume > 0)
        .some((player) => tracksOf(player).some((track) => tracks.includes(track)));
    }, name);
  }

  /** Every call the page knows of, oldest first, as `ring ann ben ringing`. */
  calls(): Promise<string[]> {
    return this.page.evaluate(() =>
      (document.querySelector('video-room')?.calls ?? []).map(({ kind, caller, callee, state }) =>
        [kind, caller.identity, callee?.identity, state].filter(Boolean).join(' '),
      ),
    );
  }

  async expectCalls(...calls: string[]): Promise<void> {
    await expect.poll(() => this.calls()).toEqual(calls);
  }

  /** From now on remembers every state that a call becomes; the result tells them, oldest first. */
  async watchCalls(): Promise<() => Promise<string[]>> {
    const states = await this.page.evaluateHandle(() => {
      const seen: string[] = [];
      document.querySelector('video-room')?.addEventListener('call-changed', ({ call }) => void seen.push(call.state));
      return seen;
    });
    return () => states.jsonValue();
  }

  /** Id of the call that rings or goes on. */
  async openCall(): Promise<string> {
    const find = () =>
      this.page.evaluate(
        () => document.querySelector('video-room')?.calls.findLast(({ endedAt }) => endedAt === undefined)?.id ?? '',
      );
    await expect.poll(find).not.toBe('');
    return find();
  }

  call(identity: string): Promise<void> {
    return this.page.evaluate((who) => document.querySelector('video-room')?.call(who), identity);
  }

  async accept(options: { video?: boolean } = {}): Promise<void> {
    const id = await this.openCall();
    await this.page.evaluate(([call, how]) => document.querySelector('video-room')?.accept(call, how), [
      id,
      options,
    ] as const);
  }

  async decline(reason?: string): Promise<void> {
    const id = await this.openCall();
    await this.page.evaluate(([call, why]) => document.querySelector('video-room')?.decline(call, why), [
      id,
      reason,
    ] as const);
  }

  async hangUp(): Promise<void> {
    const id = await this.openCall();
    await this.page.evaluate((call) => document.querySelector('video-room')?.hangUp(call), id);
  }

  #inbound(kind: string, field: string): Promise<number[]> {
    return this.page.evaluate(
      async ([kind, field]) => {
        const open = window.peerConnections.filter(({ connectionState }) => connectionState !== 'closed');
        return Promise.all(
          open.map(async (connection) => {
            const stats = [...((await connection.getStats()) as ReadonlyMap<string, Record<string, unknown>>).values()];
            // The first two sections are the devices'; shared screens come after them.
            const inbound = stats.find(
              (stat) => stat['type'] === 'inbound-rtp' && stat['kind'] === kind && Number(stat['mid'] ?? 0) < 2,
            );
            return Number(inbound?.[field] ?? 0);
          }),
        );
      },
      [kind, field] as const,
    );
  }
}
