import { describe, expect, it } from '@jest/globals';
import { checkSignal } from './check-signal.js';

const OFFER = { link: 'l', seq: 1, kind: 'offer', sdp: 'v=0' };
const VIEW = { link: 'l', seq: 1, kind: 'view', camera: [640, 360], screen: [0, 0] };

describe('a signal', () => {
  it.each([
    OFFER,
    { ...OFFER, sources: {} },
    { ...OFFER, sources: { '2': 'screen', '3': 'screenAudio' } },
    { ...OFFER, connection: 2 },
    { ...OFFER, connection: 1000, sources: { '2': 'screen' } },
    { ...OFFER, kind: 'answer', offer: 3, sources: { '2': 'screen' } },
    VIEW,
  ])('is taken as it is: %j', (signal) => {
    expect(checkSignal(signal)).toEqual(signal);
  });

  it.each([
    null,
    'offer',
    { ...OFFER, seq: 0 },
    { ...OFFER, connection: 0 },
    { ...OFFER, connection: 1001 },
    { ...OFFER, connection: '2' },
    { ...OFFER, sources: null },
    { ...OFFER, sources: ['screen'] },
    { ...OFFER, sources: { '2': 'smell' } },
    { ...OFFER, sources: { ['2'.repeat(17)]: 'screen' } },
    { ...OFFER, sources: { 1: 'screen', 2: 'screen', 3: 'screen', 4: 'screen', 5: 'screen' } },
    { ...OFFER, kind: 'answer' },
    { ...VIEW, camera: undefined },
    { ...VIEW, camera: [640] },
    { ...VIEW, screen: [-1, 0] },
    { ...VIEW, screen: [0.5, 0] },
    { ...VIEW, screen: [16_385, 9] },
    { ...VIEW, kind: 'other' },
  ])('of another shape is none: %j', (signal) => {
    expect(checkSignal(signal)).toBeUndefined();
  });

  it('brings no more than the documented fields', () => {
    expect(checkSignal({ ...VIEW, sdp: 'v=0', from: 'eve' })).toEqual(VIEW);
  });
});
