import { expect } from '@open-wc/testing';
import { waitUntil } from '../wait-until.js';
import { PeopleSound } from './people-sound.js';
import type { Voice } from './voices.js';

const track = () => new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0]!;
const voice = (key: string, change: Partial<Voice> = {}): Voice => ({
  key,
  track: track(),
  volume: 1,
  muted: false,
  ...change,
});

describe('the sound of others', () => {
  const Original = globalThis.Audio;
  let players: HTMLAudioElement[];
  let played: HTMLAudioElement[];
  let routed: string[];
  let refuse: boolean;

  beforeEach(() => {
    players = [];
    played = [];
    routed = [];
    refuse = false;
    globalThis.Audio = function () {
      const player = new Original();
      player.play = () => {
        played.push(player);
        return refuse ? Promise.reject(new DOMException('gesture', 'NotAllowedError')) : Promise.resolve();
      };
      player.setSinkId = (id) => Promise.resolve(void routed.push(id));
      players.push(player);
      return player;
    } as unknown as typeof Audio;
  });
  afterEach(() => {
    globalThis.Audio = Original;
  });

  it('plays each voice once, as loud as it shall be', () => {
    const sound = new PeopleSound(() => {});
    const ben = voice('ben', { volume: 0.3 });
    sound.show([ben], '');
    sound.show([{ ...ben, volume: 0.6, muted: true }, voice('chi')], '');
    expect(players.map(({ volume, muted }) => [volume, muted])).to.deep.equal([
      [0.6, true],
      [1, false],
    ]);
    expect(played).to.have.length(2);
    expect((players[0]!.srcObject as MediaStream).getTracks()).to.deep.equal([ben.track]);
  });

  it('ends with the voice', () => {
    const sound = new PeopleSound(() => {});
    sound.show([voice('ben')], '');
    sound.show([], '');
    expect(players[0]!.srcObject).to.equal(null);
    sound.play();
    expect(played).to.have.length(1);
  });

  it('comes out of the chosen speaker, also that of whoever comes later', () => {
    const sound = new PeopleSound(() => {});
    const ben = voice('ben');
    sound.show([ben], '');
    sound.show([ben], 'headset');
    sound.show([ben, voice('chi')], 'headset');
    expect(routed).to.deep.equal(['headset', 'headset']);
  });

  it('starts again when the system has paused it, and not what has ended', () => {
    const sound = new PeopleSound(() => {});
    sound.show([voice('ben')], '');
    players[0]!.dispatchEvent(new Event('pause'));
    expect(played).to.have.length(2);
    sound.show([], '');
    players[0]!.dispatchEvent(new Event('pause'));
    expect(played).to.have.length(2);
  });

  it('says when the browser refuses, and starts within a gesture', async () => {
    let refused = 0;
    refuse = true;
    const sound = new PeopleSound(() => (refused += 1));
    sound.show([voice('ben')], '');
    await waitUntil(() => refused === 1);
    refuse = false;
    sound.play();
    expect(played).to.have.length(2);
  });
});
