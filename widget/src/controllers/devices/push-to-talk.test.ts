import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { PushToTalk } from './push-to-talk.js';

class TalkingElement extends LitElement {
  canTalk = true;
  readonly told: boolean[] = [];
  readonly pressed: string[] = [];
  readonly talk = new PushToTalk(this, {
    canTalk: () => this.canTalk,
    onTalk: (on) => this.told.push(on),
  });

  override render() {
    return html`<main tabindex="-1"></main>
      <button part="button microphone-button" @click=${() => this.pressed.push('microphone')}>Mute</button>
      <button part="button other" @click=${() => this.pressed.push('other')}>Other</button>
      <input />`;
  }
}
customElements.define('talking-element', TalkingElement);

describe('talking while Space is held', () => {
  let element: TalkingElement;
  beforeEach(async () => {
    element = await fixture<TalkingElement>(html`<talking-element></talking-element>`);
  });

  /** @returns whether the browser would go on with it. */
  function key(type: 'keydown' | 'keyup', selector: string, init: KeyboardEventInit & { at?: number } = {}) {
    const event = new KeyboardEvent(type, { code: 'Space', bubbles: true, composed: true, cancelable: true, ...init });
    if (init.at !== undefined) Object.defineProperty(event, 'timeStamp', { value: init.at });
    element.shadowRoot!.querySelector(selector)!.dispatchEvent(event);
    return !event.defaultPrevented;
  }

  it('unmutes while it is held', () => {
    expect(key('keydown', 'main')).to.equal(false);
    key('keydown', 'main', { repeat: true });
    expect(element.talk.talking).to.equal(true);
    key('keyup', 'main');
    expect(element.told).to.deep.equal([true, false]);
    expect(element.talk.talking).to.equal(false);
  });

  it('does nothing while one is not muted, types, or means a shortcut', () => {
    element.canTalk = false;
    expect(key('keydown', 'main')).to.equal(true);
    element.canTalk = true;
    expect(key('keydown', 'input')).to.equal(true);
    expect(key('keydown', 'main', { ctrlKey: true })).to.equal(true);
    expect(key('keydown', 'main', { code: 'KeyA' })).to.equal(true);
    expect(element.told).to.deep.equal([]);
  });

  it('leaves a short press on a button to the button, and talks when it is held', () => {
    expect(key('keydown', '[part~=other]')).to.equal(true);
    expect(key('keyup', '[part~=other]')).to.equal(true);
    expect(element.told).to.deep.equal([]);
    key('keydown', '[part~=other]');
    expect(key('keydown', '[part~=other]', { repeat: true })).to.equal(false);
    expect(key('keyup', '[part~=other]')).to.equal(false);
    expect(element.told).to.deep.equal([true, false]);
  });

  it('unmutes for good with a short press on the microphone’s button', () => {
    key('keydown', '[part~=microphone-button]', { at: 1000 });
    expect(key('keyup', '[part~=microphone-button]', { at: 1100 })).to.equal(false);
    expect(element.told).to.deep.equal([true]);
    expect(element.talk.talking).to.equal(false);
    key('keydown', '[part~=microphone-button]', { at: 2000 });
    key('keyup', '[part~=microphone-button]', { at: 3000 });
    expect(element.told).to.deep.equal([true, true, false]);
  });

  it('ends when the window or the focus is lost, or the element is removed', () => {
    key('keydown', 'main');
    window.dispatchEvent(new Event('blur'));
    expect(element.told).to.deep.equal([true, false]);
    key('keydown', 'main');
    element.dispatchEvent(new FocusEvent('focusout', { relatedTarget: document.body }));
    expect(element.told.at(-1)).to.equal(false);
    key('keydown', 'main');
    element.remove();
    expect(element.told).to.deep.equal([true, false, true, false, true, false]);
  });
});
