import { expect } from '@open-wc/testing';
import { readPreferences, remember } from './preferences.js';

describe('preferences', () => {
  beforeEach(() => localStorage.clear());

  it('keeps each choice', () => {
    remember({ name: 'Ann' });
    remember({ camera: false });
    expect(readPreferences()).to.deep.equal({ name: 'Ann', camera: false });
  });

  it('takes nothing of the wrong kind out of storage', () => {
    localStorage.setItem('video-room:preferences', '{"name":5,"camera":"no","microphone":false}');
    expect(readPreferences()).to.deep.equal({ microphone: false });
    for (const broken of ['{', 'null', '[]', '"x"']) {
      localStorage.setItem('video-room:preferences', broken);
      expect(readPreferences(), broken).to.deep.equal({});
    }
  });

  it('survives storage that is blocked', () => {
    const original = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    try {
      remember({ name: 'Ann' });
      expect(readPreferences()).to.deep.equal({});
    } finally {
      Object.defineProperty(window, 'localStorage', original);
    }
  });
});
