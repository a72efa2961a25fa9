import { expect } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { RingTone } from './ring-tone.js';
import { rememberTold, wasTold } from './seen-calls.js';
import { SystemNotice } from './system-notice.js';

describe('the ring tone', () => {
  const Real = globalThis.AudioContext;
  let made: AudioContext[];
  let closed: Set<AudioContext>;

  beforeEach(() => {
    made = [];
    closed = new Set();
    /** As on a page where nobody has clicked yet; allowed to sound once it asks in a gesture. */
    class Refused extends Real {
      #allowed = false;
      constructor() {
        super();
        made.push(this);
      }
      override get state(): AudioContextState {
        return this.#allowed ? 'running' : 'suspended';
      }
      override resume(): Promise<void> {
        this.#allowed = true;
        this.dispatchEvent(new Event('statechange'));
        return Promise.resolve();
      }
      override close(): Promise<void> {
        closed.add(this);
        return super.close();
      }
    }
    globalThis.AudioContext = Refused;
  });
  afterEach(() => (globalThis.AudioContext = Real));

  it('is silent until a gesture, says so, and sounds with the first one', async () => {
    let changes = 0;
    const tone = new RingTone(() => (changes += 1));
    tone.play('ring');
    await waitUntil(() => tone.blocked);
    const before = changes;
    document.dispatchEvent(new Event('keydown'));
    expect(tone.blocked).to.equal(false);
    expect(changes).above(before);
    tone.play(undefined);
    expect(closed.size).to.equal(1);
  });

  it('says nothing of a refusal before the browser had time, and ends all it began', () => {
    const tone = new RingTone(() => undefined);
    tone.play('knock');
    expect(tone.blocked).to.equal(false);
    tone.play('ring');
    tone.play('ring');
    expect(made).to.have.length(2);
    tone.play(undefined);
    expect(closed.size).to.equal(2);
    document.dispatchEvent(new Event('pointerdown'));
    expect(tone.blocked).to.equal(false);
  });

  it('knocks again for whoever knocks besides, and not for one who goes or is there already', () => {
    const Source = globalThis.AudioBufferSourceNode;
    const begun: boolean[] = [];
    globalThis.AudioBufferSourceNode = class extends Source {
      override start(): void {
        begun.push(this.loop);
        super.start();
      }
    };
    try {
      const tone = new RingTone(() => undefined);
      tone.play('knock', ['ann']);
      tone.play('knock', ['ann', 'ben']);
      expect(begun).to.deep.equal([false, false]);
      tone.play('knock', ['ann', 'ben']);
      tone.play('knock', ['ben']);
      expect(begun).to.deep.equal([false, false]);
      tone.play('ring', ['one']);
      tone.play('ring', ['one', 'two']);
      expect(begun).to.deep.equal([false, false, true]);
      expect(made).to.have.length(2);
      tone.play(undefined);
      expect(closed.size).to.equal(2);
    } finally {
      globalThis.AudioBufferSourceNode = Source;
    }
  });

  it('is left out where there is none', () => {
    Reflect.deleteProperty(globalThis, 'AudioContext');
    expect(() => new RingTone(() => undefined).play('ring')).not.to.throw();
  });
});

describe('the memory of calls that were told', () => {
  beforeEach(() => localStorage.clear());

  it('outlives the page and forgets the oldest', () => {
    for (let index = 0; index < 210; index += 1) rememberTold(`call ${index}`);
    const kept = JSON.parse(localStorage.getItem('video-room:told-calls')!) as string[];
    expect(kept).to.have.length(200);
    expect(kept.at(-1)).to.equal('call 209');
    localStorage.setItem('video-room:told-calls', '["of an earlier page"]');
    expect(wasTold('of an earlier page')).to.equal(true);
    expect(wasTold('new')).to.equal(false);
  });

  it('survives storage that is blocked or spoilt', () => {
    localStorage.setItem('video-room:told-calls', '{"no":"list"}');
    expect(wasTold('x')).to.equal(false);
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const real = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
    Object.defineProperty(Storage.prototype, 'setItem', { value: blocked, configurable: true });
    try {
      rememberTold('in private');
      expect(wasTold('in private')).to.equal(true);
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', real);
    }
  });
});

describe('notifications of the system', () => {
  const Real = globalThis.Notification;
  let log: string[];
  let permission: NotificationPermission;

  beforeEach(() => {
    log = [];
    permission = 'granted';
    class FakeNotification extends EventTarget {
      static get permission() {
        return permission;
      }
      constructor(readonly title: string) {
        super();
        log.push(`shown ${title}`);
      }
      close(): void {
        log.push(`closed ${this.title}`);
      }
    }
    globalThis.Notification = FakeNotification as unknown as typeof Notification;
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  });
  afterEach(() => {
    globalThis.Notification = Real;
    Reflect.deleteProperty(document, 'hidden');
  });

  it('are shown once for each call while the page is hidden, and taken away', () => {
    const notice = new SystemNotice();
    notice.show('c', 'Ben');
    notice.show('c', 'Ben');
    notice.show(undefined);
    expect(log).to.deep.equal(['shown Ben', 'closed Ben']);
  });

  it('are shown when the page is hidden while it rings, and not after that', () => {
    const hide = (value: boolean) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    hide(false);
    const notice = new SystemNotice();
    notice.show('c', 'Ben');
    expect(log).to.deep.equal([]);
    for (const value of [true, false, true]) hide(value);
    expect(log).to.deep.equal(['shown Ben']);
    notice.show('d', 'Cyd');
    notice.show(undefined);
    hide(true);
    expect(log).to.deep.equal(['shown Ben', 'closed Ben', 'shown Cyd', 'closed Cyd']);
  });

  it('are not shown without permission, nor on a page that is seen, nor where there are none', () => {
    permission = 'default';
    new SystemNotice().show('c', 'Ben');
    permission = 'granted';
    Object.defineProperty(document, 'hidden', { value: false, configurable: true });
    new SystemNotice().show('c', 'Ben');
    expect(log).to.deep.equal([]);
    Reflect.deleteProperty(globalThis, 'Notification');
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    expect(() => new SystemNotice().show('c', 'Ben')).not.to.throw();
  });
});
