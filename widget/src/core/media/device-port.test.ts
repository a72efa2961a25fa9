import { expect } from '@open-wc/testing';
import { browserDevices } from './device-port.js';

describe('what the browser says of a permission', () => {
  const { permissions } = navigator;
  let asked: number;
  let answer: () => Promise<{ state: PermissionState }>;
  beforeEach(async () => {
    asked = 0;
    const query = () => {
      asked += 1;
      return answer();
    };
    Object.defineProperty(navigator, 'permissions', { value: { query }, configurable: true });
    // Nothing is kept of a question that failed, nor of the test before.
    answer = () => Promise.reject(new TypeError('no such permission'));
    expect(await browserDevices.permission('camera', true)).to.equal(undefined);
    asked = 0;
  });
  afterEach(() => Object.defineProperty(navigator, 'permissions', { value: permissions, configurable: true }));

  it('is asked once, and what it goes on to say is believed', async () => {
    const status: { state: PermissionState } = { state: 'prompt' };
    answer = () => Promise.resolve(status);
    expect(await browserDevices.permission('camera')).to.equal('prompt');
    status.state = 'granted';
    expect(await browserDevices.permission('camera')).to.equal('granted');
    expect(asked).to.equal(1);
  });

  it('is asked anew where something has just happened', async () => {
    answer = () => Promise.resolve({ state: 'granted' });
    await browserDevices.permission('camera');
    answer = () => Promise.resolve({ state: 'denied' });
    expect(await browserDevices.permission('camera', true)).to.equal('denied');
    expect(await browserDevices.permission('camera')).to.equal('denied');
    expect(asked).to.equal(2);
  });

  it('is asked again after a question that failed', async () => {
    expect(await browserDevices.permission('camera')).to.equal(undefined);
    answer = () => Promise.resolve({ state: 'granted' });
    expect(await browserDevices.permission('camera')).to.equal('granted');
  });
});
