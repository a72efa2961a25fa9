import { expect } from '@open-wc/testing';
import { painted, TIMEOUT_MS, until } from './engine-pair.js';
import { sendWholePictures } from './whole-pictures.js';

describe('a whole picture', function () {
  this.timeout(2 * TIMEOUT_MS);
  let ends: RTCPeerConnection[];
  let track: MediaStreamTrack;
  beforeEach(async () => {
    const [one, other] = (ends = [new RTCPeerConnection(), new RTCPeerConnection()]) as [
      RTCPeerConnection,
      RTCPeerConnection,
    ];
    one.addEventListener('icecandidate', ({ candidate }) => void other.addIceCandidate(candidate ?? undefined));
    other.addEventListener('icecandidate', ({ candidate }) => void one.addIceCandidate(candidate ?? undefined));
    track = painted('red');
    one.addTrack(track);
    await one.setLocalDescription();
    await other.setRemoteDescription(one.localDescription!);
    await other.setLocalDescription();
    await one.setRemoteDescription(other.localDescription!);
  });
  afterEach(() => {
    track.stop();
    for (const end of ends) end.close();
  });

  /** Of the pictures that one end has sent: all, and those that are whole. */
  const sent = async () => {
    let [all, whole] = [0, 0];
    for (const stat of ((await ends[0]?.getStats()) as ReadonlyMap<string, Record<string, unknown>>).values()) {
      if (stat['type'] !== 'outbound-rtp') continue;
      all += Number(stat['framesEncoded'] ?? 0);
      whole += Number(stat['keyFramesEncoded'] ?? 0);
    }
    return { all, whole };
  };
  const untilSent = async (isSo: (now: { all: number; whole: number }) => boolean, what: string) => {
    let is = false;
    const timer = setInterval(() => void sent().then((now) => (is ||= isSo(now))), 50);
    await until(() => is, what).finally(() => clearInterval(timer));
  };

  it('is sent when it is asked for, and no other before', async () => {
    await untilSent(({ all }) => all > 40, 'pictures flow');
    const before = await sent();
    await untilSent(({ all }) => all > before.all + 20, 'they flow on');
    expect((await sent()).whole).to.equal(before.whole);
    sendWholePictures(ends[0]!);
    await untilSent(({ whole }) => whole > before.whole, 'one is whole');
  });

  /** As browsers do that know nothing of the second argument. */
  const cannotBeAsked = (): RTCRtpSender => {
    const [sender] = ends[0]!.getSenders() as [RTCRtpSender];
    sender.setParameters = (parameters) => RTCRtpSender.prototype.setParameters.call(sender, parameters);
    return sender;
  };

  it('begins anew what is sent, where it cannot be asked for', async () => {
    await untilSent(({ all }) => all > 40, 'pictures flow');
    const before = await sent();
    const sender = cannotBeAsked();
    sendWholePictures(ends[0]!);
    await untilSent(({ whole }) => whole > before.whole, 'one is whole');
    const { all } = await sent();
    await untilSent((now) => now.all > all + 20, 'they flow on');
    expect(sender.getParameters().encodings[0]?.active).to.equal(true);
  });

  it('is not sent of what is not sent at all', async () => {
    await untilSent(({ all }) => all > 0, 'pictures flow');
    const sender = cannotBeAsked();
    const parameters = sender.getParameters();
    parameters.encodings[0]!.active = false;
    await sender.setParameters(parameters);
    const asked: boolean[] = [];
    sender.setParameters = ({ encodings: [encoding] }) => Promise.resolve(void asked.push(encoding?.active === true));
    sendWholePictures(ends[0]!);
    expect(asked).to.deep.equal([]);
    expect(sender.getParameters().encodings[0]?.active).to.equal(false);
  });
});
