/** What lies over a person's picture: the raised hand with its place among all, and reactions that float up. */
import { html, nothing } from 'lit';
import type { Lanes } from '../../controllers/together/reactions.js';
import { togetherWords } from '../../text/en-together.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { handIcon } from '../together-desk/icons.js';
import { tokens } from '../tokens.styles.js';
import { styles } from './vr-marks.styles.js';

/** Names of the parts, for `exportparts`. */
export const MARK_PARTS = 'hand, reaction';

/**
 * @csspart hand - says that the hand is up, and where it stands if it is not the only one.
 * @csspart reaction - an emoji that is shown for a moment.
 */
export class VrMarks extends SpeakingElement {
  static override styles = [tokens, styles];

  static override properties = {
    place: { attribute: false },
    hands: { attribute: false },
    lanes: { attribute: false },
  };

  /** The place of this hand, beginning with 1; 0 while it is down. */
  place = 0;
  /** How many hands are up. */
  hands = 0;
  lanes: Lanes = [];

  override render() {
    return [this.#hand(), this.lanes.map((emoji, lane) => this.#reaction(emoji, lane))];
  }

  #hand() {
    if (this.place === 0) return nothing;
    const { up, place } = togetherWords().hand;
    const one = this.hands < 2;
    return html`<div class="hand" part="hand" role="img" aria-label=${one ? up : place(this.place, this.hands)}>
      ${handIcon}${one ? nothing : html`<b aria-hidden="true">${this.place}</b>`}
    </div>`;
  }

  /** Those who do not see are told apart, once. */
  #reaction(emoji: string, lane: number) {
    return emoji ? html`<span class="lane-${lane}" part="reaction" aria-hidden="true">${emoji}</span>` : nothing;
  }
}

define('vr-marks', VrMarks);

declare global {
  interface HTMLElementTagNameMap {
    'vr-marks': VrMarks;
  }
}
