import { expect } from '@open-wc/testing';
import type { SignalMessage } from '@video-room/protocol';
import { revealsAddress } from '@video-room/protocol/relay-only';
import { EnginePair, TIMEOUT_MS, until } from './engine-pair.js';

describe('a relay-only link', () => {
  let pair: EnginePair;

  beforeEach(() => {
    pair = new EnginePair();
  });

  afterEach(() => pair.close());

  it('looks for no other way than over relays, also on a connection that was made before', async () => {
    const said: SignalMessage[] = [];
    pair.deliver = (signal, arrive) => {
      said.push(signal);
      arrive();
    };
    pair.high.prepare();
    pair.open('link', ['microphone', 'camera'], true);
    await until(() => said.some(({ kind }) => kind === 'answer'), 'the two have negotiated');
    // Those that are found without a relay would have come by the time another connection has found its own.
    await candidatesOfAnother();
    expect(said.filter(({ kind }) => kind === 'candidate')).to.deep.equal([]);
    expect(said.filter(revealsAddress)).to.deep.equal([]);
  }).timeout(TIMEOUT_MS * 2);
});

/** Until the browser has found all ways of a connection that was made later. */
async function candidatesOfAnother(): Promise<void> {
  const pc = new RTCPeerConnection();
  pc.addTransceiver('audio');
  const found = new Promise<void>((resolve) => {
    pc.addEventListener('icegatheringstatechange', () => pc.iceGatheringState === 'complete' && resolve());
  });
  await pc.setLocalDescription();
  await found;
  expect(pc.localDescription?.sdp).to.contain('typ host');
  pc.close();
}
