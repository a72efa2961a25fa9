import { describe, expect, it } from '@jest/globals';
import { CONTROLS, controlsOf } from './controls.js';

describe('the buttons of the bar', () => {
  it('are all there while the page says nothing', () => {
    expect([...controlsOf(null)]).toEqual([...CONTROLS]);
  });

  it('are those it names, however it writes them', () => {
    expect([...controlsOf(' leave  Microphone,camera\nweather constructor ')]).toEqual([
      'microphone',
      'camera',
      'leave',
    ]);
    expect(controlsOf('').size).toBe(0);
  });
});
