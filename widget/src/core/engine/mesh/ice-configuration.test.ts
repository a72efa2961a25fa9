import { expect } from '@open-wc/testing';
import { IceConfiguration } from './ice-configuration.js';

const serversOf = (credential: string) => [{ urls: ['turn:127.0.0.1:9'], username: 'u', credential }];

const used = (pc: RTCPeerConnection) => pc.getConfiguration().iceServers?.map(({ credential }) => credential);

describe('the ICE configuration of a connection', () => {
  let offerer: RTCPeerConnection;
  let answerer: RTCPeerConnection;

  beforeEach(() => {
    offerer = new RTCPeerConnection();
    answerer = new RTCPeerConnection();
  });

  afterEach(() => {
    offerer.close();
    answerer.close();
  });

  async function negotiate(beforeAnswer: () => void): Promise<void> {
    await offerer.setLocalDescription();
    await answerer.setRemoteDescription(offerer.localDescription!);
    beforeAnswer();
    await answerer.setLocalDescription();
    await offerer.setRemoteDescription(answerer.localDescription!);
  }

  it('has fresh credentials put in when it restarts, and not before', async () => {
    const ice = new IceConfiguration(offerer, serversOf('first'), false);
    const theirs = new IceConfiguration(answerer, serversOf('first'), false);
    offerer.addTransceiver('audio');
    await negotiate(() => theirs.beforeAnswer());
    ice.setServers(serversOf('second'));
    ice.setServers(serversOf('third'));
    expect(used(offerer)).to.deep.equal(['first']);
    ice.restart();
    expect(used(offerer)).to.deep.equal(['third']);
  });

  it('has them put in when the other end restarts, but not when it only negotiates', async () => {
    const ice = new IceConfiguration(answerer, [], false);
    offerer.addTransceiver('audio');
    await negotiate(() => ice.beforeAnswer());
    ice.setServers(serversOf('second'));
    offerer.addTransceiver('video');
    await negotiate(() => ice.beforeAnswer());
    expect(used(answerer)).to.deep.equal([]);
    offerer.restartIce();
    await negotiate(() => ice.beforeAnswer());
    expect(used(answerer)).to.deep.equal(['second']);
    expect(answerer.signalingState).to.equal('stable');
  });
});
