/**
 * What a page writes on the tag, in its style sheet and to listen: the plain attributes of `<video-room>`, its custom
 * properties and the types of its events. Knows nothing of sessions.
 */
import type { Level } from '@video-room/log';
import { type PropertyDeclarations } from 'lit';
import type { VideoRoomEventMap } from '../../events/index.js';
import type { Language, SomeWords } from '../../text/words.js';
import { SpeakingElement } from '../speaking-element.js';

type EventMap = Omit<HTMLElementEventMap, keyof VideoRoomEventMap> & VideoRoomEventMap;

/**
 * @attr {string} server - Address of the server; default: where the script came from.
 * @attr {string} token - Room token. With it the element joins by itself, unless `prejoin` is set.
 * @attr {string} token-endpoint - Address of the page's site that answers with a token.
 * @attr {string} room - Name of the room, sent to the token endpoint.
 * @attr {string} identity - Who one is, sent to the token endpoint.
 * @attr {string} display-name - Name shown to others; default: the token's.
 * @attr {'on'|'off'} camera - Whether to send one's picture; default: as last chosen on this site, else `on`.
 * @attr {'on'|'off'} microphone - Whether to send one's sound; default: as last chosen on this site, else `on`.
 * @attr {boolean} prejoin - Waits with a Join screen until the person, or `join()`, joins.
 * @attr {boolean} do-not-disturb - Calls are answered with busy without ringing.
 * @attr {boolean} calls-add-up - In a call, others may call and be called into it.
 * @attr {'on'|'off'} ring-tone - Whether being called is heard; default `on`.
 * @attr {boolean} notifications - Shows system notifications while the page is hidden, if the person has allowed them.
 * @attr {number} uplink-budget - What may be sent to all others together, in kbit/s; default 8000.
 * @attr {string} lang - Language of the words; default: the page's, else what the browser prefers.
 * @attr {'dark'|'light'|'auto'} theme - Colours; `auto` as the person's system has it; default `dark`.
 * @attr {boolean} debug - Shows the debug overlay; as a property `debugOpen`.
 * @attr {'debug'|'info'|'warn'|'error'} log-events - Tells by `log-entries` what is recorded, from this level on; default: nothing.
 *
 * @cssprop [--vr-stage-color=light-dark(#eceff2, #101316)] - Background.
 * @cssprop [--vr-surface-color=light-dark(#fff, #191d22)] - Cards.
 * @cssprop [--vr-raised-color=light-dark(#dce1e6, #262d35)] - Buttons.
 * @cssprop [--vr-line-color=light-dark(#0000001f, #ffffff1f)] - Thin lines.
 * @cssprop [--vr-text-color=light-dark(#171b20, #e9ebee)] - Text.
 * @cssprop [--vr-soft-text-color=light-dark(#4d5864, #a3adb8)] - Text of less weight.
 * @cssprop [--vr-accent-color=light-dark(#175cb8, #6fb1ff)] - Focus ring and what is active.
 * @cssprop [--vr-on-accent-color=light-dark(#fff, #06182e)] - Text and icons on the accent colour.
 * @cssprop [--vr-speaking-color=light-dark(#0b7a4f, #3ecf8e)] - Ring of whoever speaks, main buttons.
 * @cssprop [--vr-on-speaking-color=light-dark(#fff, #05251a)] - Text on the speaking colour.
 * @cssprop [--vr-warning-color=light-dark(#855800, #f2b84b)] - Warnings.
 * @cssprop [--vr-on-warning-color=light-dark(#fff, #2a1e05)] - Text on the warning colour.
 * @cssprop [--vr-danger-color=light-dark(#c62f2b, #f0625f)] - Leave button, errors.
 * @cssprop [--vr-on-danger-color=#fff] - Icon of the leave button.
 * @cssprop [--vr-danger-text-color=light-dark(#a8201c, #ff8d88)] - Red text and icons on dark ground.
 * @cssprop [--vr-radius=14px] - Corners of tiles.
 * @cssprop [--vr-outer-radius=0] - Corners of the element.
 * @cssprop [--vr-gap=10px] - Space between tiles.
 * @cssprop [--vr-control-size=46px] - Buttons of the bar, where there is room.
 * @cssprop [--vr-control-radius=99px] - Their corners.
 * @cssprop [--vr-panel-size=340px] - How wide a panel beside the stage is.
 * @cssprop [--vr-tag-color=#0b0d10b8] - Name tags, which lie on pictures in both themes.
 * @cssprop [--vr-on-tag-color=#e9ebee] - Text on them.
 * @cssprop [--vr-danger-on-tag-color=#ff8d88] - Red icons on them.
 * @cssprop [--vr-tile-color] - Tiles without a picture; default: a gradient. Any `background`.
 * @cssprop [--vr-initials-color] - The circle in them; default: by the name.
 * @cssprop [--vr-on-initials-color=#e9ebee] - Letters in the circle.
 * @cssprop [--vr-float-color=light-dark(#fffffff5, #14181cf0)] - Notes and hints over the stage.
 * @cssprop [--vr-shadow-color=light-dark(#0003, #0007)] - Shadow of what floats.
 * @cssprop [--vr-scrim-color=#0b0d10b8] - Covers the call while a question has to be answered.
 * @cssprop [--vr-edge-color=light-dark(#6b7580, #77818c)] - Edges of fields, switches that are off.
 * @cssprop [--vr-font] - Shorthand `font` of all text.
 * @cssprop [--vr-video-fit=cover] - How pictures fill their tiles: `cover` or `contain`.
 */
export class RoomAttributes extends SpeakingElement {
  static override properties: PropertyDeclarations = {
    server: {},
    token: {},
    tokenEndpoint: { attribute: 'token-endpoint' },
    room: {},
    identity: {},
    displayName: { attribute: 'display-name' },
    prejoin: { type: Boolean },
    ringTone: { attribute: 'ring-tone' },
    notifications: { type: Boolean },
    theme: { reflect: true },
    texts: { attribute: false },
    uplinkBudget: { type: Number, attribute: 'uplink-budget' },
    debugOpen: { type: Boolean, attribute: 'debug', reflect: true },
    logEvents: { attribute: 'log-events' },
  };

  /** Address of the server. Empty: where the script came from. */
  server = '';
  /** Room token. A newer one for the same room and person goes on with the call; any other counts from the next `join()` on. */
  token = '';
  /** Address that answers a POST with a token, for a token per visit. */
  tokenEndpoint = '';
  /** Name of the room, sent to the token endpoint. */
  room = '';
  /** Who one is, sent to the token endpoint. */
  identity = '';
  /** Name shown to others; may be changed during the call. Empty: the token's. */
  displayName = '';
  /** Waits with a Join screen; opens the connection meanwhile so that joining is quick. */
  prejoin = false;
  /** Whether being called is heard: anything but `off` is `on`. */
  ringTone: 'on' | 'off' = 'on';
  /** Shows system notifications of calls and knocks while the page is hidden. Asks nobody for the permission. */
  notifications = false;
  /** Colours: `auto` takes what the person's system prefers. */
  theme: 'dark' | 'light' | 'auto' = 'dark';
  /** Words of the page's own instead of some of the element's, in any language. */
  texts: SomeWords<Language> = {};
  /** What may be sent to all others together, in kbit/s. */
  uplinkBudget = 8_000;
  /** Whether the debug overlay is shown. */
  debugOpen = false;
  /** Least level of what is told by `log-entries`. Empty: nothing is. */
  logEvents: Level | '' = '';

  protected get hasToken(): boolean {
    return !!(this.token || this.tokenEndpoint);
  }

  override addEventListener<Type extends keyof EventMap>(
    type: Type,
    listener: (this: this, event: EventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(...rest: Parameters<HTMLElement['addEventListener']>): void {
    super.addEventListener(...rest);
  }
}
