import { expect, nextFrame } from '@open-wc/testing';
import { DEVICE_SOURCES } from '@video-room/protocol';
import { FakeDevices } from '../../core/media/fake-devices.js';
import { Preview } from './preview.js';

describe('a preview', () => {
  let devices: FakeDevices;
  let opened: string[];
  let preview: Preview;

  beforeEach(() => {
    devices = new FakeDevices();
    opened = [];
    preview = new Preview({
      port: () => devices,
      open: (sources) => opened.push(sources.join(' ')),
      onChange: () => {},
    });
  });

  it('opens at once what the browser asks nothing about, once', async () => {
    devices.permissions.camera = 'granted';
    devices.permissions.microphone = 'denied';
    preview.begin(DEVICE_SOURCES);
    preview.begin(DEVICE_SOURCES);
    await nextFrame();
    expect(opened).to.deep.equal(['microphone camera']);
    expect(preview.isUnasked(DEVICE_SOURCES)).to.equal(false);
  });

  it('waits for the person where the browser would ask, or does not tell', async () => {
    devices.permissions.camera = 'prompt';
    preview.begin(DEVICE_SOURCES);
    await nextFrame();
    expect(opened).to.deep.equal(['']);
    expect(preview.isUnasked(['camera'])).to.equal(true);
    expect(preview.isUnasked(['microphone'])).to.equal(true);
    expect(preview.isUnasked([])).to.equal(false);
    preview.allow();
    expect(opened.at(-1)).to.equal('microphone camera');
    expect(preview.isUnasked(DEVICE_SOURCES)).to.equal(false);
  });

  it('opens nothing that is of no use', async () => {
    devices.permissions.camera = 'granted';
    preview.begin([]);
    await nextFrame();
    expect(opened).to.deep.equal(['']);
  });

  it('opens nothing when it is over before the browser has told', async () => {
    devices.permissions.camera = 'granted';
    preview.begin(DEVICE_SOURCES);
    preview.end();
    await nextFrame();
    expect(opened).to.deep.equal([]);
  });
});
