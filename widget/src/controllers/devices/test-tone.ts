/** A short tone out of the chosen speaker, to hear that it is the right one. */

const NOTES_HZ = [523, 659, 784];
const NOTE_S = 0.22;
const LOUDNESS = 0.2;

/** @param speaker device id; empty: the system's choice. Resolves when the tone is over. */
export async function playTestTone(speaker: string): Promise<void> {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const player = new Audio();
  try {
    player.srcObject = out.stream;
    if (speaker) await player.setSinkId(speaker);
    const oscillators = NOTES_HZ.map((frequency, index) => note(context, out, frequency, 0.1 + index * NOTE_S));
    await player.play();
    await new Promise((resolve) => oscillators.at(-1)?.addEventListener('ended', resolve));
  } finally {
    player.srcObject = null;
    await context.close();
  }
}

function note(context: AudioContext, out: AudioNode, frequency: number, after: number): OscillatorNode {
  const start = context.currentTime + after;
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setTargetAtTime(LOUDNESS, start, 0.01);
  gain.gain.setTargetAtTime(0, start + NOTE_S * 0.6, 0.05);
  const oscillator = new OscillatorNode(context, { frequency });
  oscillator.connect(gain).connect(out);
  oscillator.start(start);
  oscillator.stop(start + NOTE_S * 2);
  return oscillator;
}
