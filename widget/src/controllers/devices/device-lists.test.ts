import { expect } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FakeDevices, fakeDevice } from '../../core/media/fake-devices.js';
import { DeviceLists, devicesOf, type DevicesInUse } from './device-lists.js';

const host = (controllers: ReactiveController[]): ReactiveControllerHost => ({
  addController: (controller) => {
    controllers.push(controller);
    controller.hostConnected?.();
  },
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
});

describe('the devices there are', () => {
  const desk = fakeDevice('camera', 'Desk camera');
  const lap = fakeDevice('camera', 'Built-in (0c45:6713)');

  it('are told by kind, with the one in use', () => {
    const all = devicesOf([fakeDevice('speaker', 'Loud'), lap, desk], { camera: desk.deviceId });
    expect(all.map(({ kind, label, selected }) => [kind, label, selected])).to.deep.equal([
      ['camera', 'Built-in', false],
      ['camera', 'Desk camera', true],
      ['speaker', 'Loud', true],
    ]);
  });

  it('are none of those without a name, nor a second name of the same', () => {
    const second = { ...fakeDevice('microphone', 'Headset'), deviceId: 'communications' };
    expect(devicesOf([{ ...desk, deviceId: '', label: '' }, second], {})).to.deep.equal([]);
  });

  describe('over time', () => {
    let devices: FakeDevices;
    let controllers: ReactiveController[];
    let inUse: DevicesInUse;
    let told: string[];
    let lists: DeviceLists;

    beforeEach(async () => {
      devices = new FakeDevices();
      devices.present = [lap];
      controllers = [];
      inUse = {};
      told = [];
      lists = new DeviceLists(host(controllers), {
        port: () => devices,
        inUse: () => inUse,
        onChange: (now, came) =>
          told.push(`${now.map(({ label }) => label).join(', ')} | ${came.map(({ label }) => label).join(', ')}`),
      });
      await waitUntil(() => told.length > 0);
    });

    it('are told when they become others, and what came', async () => {
      devices.plug([lap, desk]);
      await waitUntil(() => told.length > 1);
      expect(told).to.deep.equal(['Built-in | ', 'Built-in, Desk camera | Desk camera']);
      expect([...lists.kinds]).to.deep.equal(['camera']);
    });

    it('are told when another is in use, and not when nothing changed', async () => {
      await lists.look();
      expect(told).to.have.length(1);
      devices.plug([lap, desk]);
      await waitUntil(() => told.length > 1);
      inUse = { camera: desk.deviceId };
      lists.mark();
      lists.mark();
      expect(told).to.have.length(3);
      expect(lists.devices.find(({ selected }) => selected)?.label).to.equal('Desk camera');
    });

    it('are not watched while the element is away', async () => {
      for (const controller of controllers) controller.hostDisconnected?.();
      devices.plug([lap, desk]);
      await lists.look();
      expect(told).to.have.length(1);
      for (const controller of controllers) controller.hostConnected?.();
      await waitUntil(() => told.length > 1);
    });
  });
});
