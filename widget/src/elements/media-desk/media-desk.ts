/**
 * What the element shows and tells of shared screens and connections, beyond bar and tiles: the button that shares, what went
 * wrong, what those who do not see are told, and to the others how large one sees them. Loaded once one is in a room. Follows the
 * session's state; asks through the element's own methods.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { SessionController } from '../../controllers/session-controller.js';
import { viewsOf } from '../../controllers/shown-views.js';
import { browserDisplay } from '../../core/media/display-port.js';
import type { VideoRoomError } from '../../core/errors.js';
import type { SessionEvents } from '../../core/session-options.js';
import type { SessionState } from '../../core/session-state.js';
import type { ShownSizesEvent } from '../../events/shown-sizes.js';
import { errorText } from '../../text/en-errors.js';
import { mediaWords } from '../../text/en-media.js';
import type { VideoRoomElement } from '../video-room/video-room.js';
import '../vr-bar-button/vr-bar-button.js';
import type { MenuEntry } from '../vr-menu/menu-entry.js';
import { ConnectionNotice, type ConnectionHost } from './connection-notice.js';
import { shareIcon, soundOnlyIcon, stopSharingIcon } from './icons.js';

export type MediaHost = ConnectionHost & Pick<VideoRoomElement, 'toggleScreenShare' | 'switchScreenShare'>;

export class MediaDesk {
  readonly #host: MediaHost;
  readonly #session: Pick<SessionController, 'setViews'>;
  readonly #connection: ConnectionNotice;
  /** The error that was read and put away. */
  #dismissed: unknown;

  /** Sharing may have failed already. */
  constructor(host: MediaHost, session: Pick<SessionController, 'setViews' | 'state'>) {
    this.#host = host;
    this.#session = session;
    this.#connection = new ConnectionNotice(host);
    this.#tellError(session.state);
  }

  /** How large the tiles are now. */
  show({ sizes }: Pick<ShownSizesEvent, 'sizes'>): void {
    this.#session.setViews(viewsOf(sizes, devicePixelRatio));
  }

  /** A step of the session. */
  changed(change: SessionEvents['state']): void {
    const { state, previous } = change;
    this.#connection.changed(change);
    const words = mediaWords().screen;
    this.#tellError(state, previous);
    if (!state.screen.track !== !previous.screen.track) {
      this.#host.announce(state.screen.track ? words.shared : words.ended);
    }
    if (state.participants === previous.participants) return;
    for (const { id, name, media } of state.participants.values()) {
      const before = previous.participants.get(id)?.media.screen ?? false;
      if (id === state.you || media.screen === before) continue;
      this.#host.announce(media.screen ? words.personShares(name) : words.personEnded(name));
    }
  }

  /** Nothing where one may not share, or cannot: on phones. */
  button({ you, participants, screen }: SessionState): TemplateResult | typeof nothing {
    const rights = you === undefined ? undefined : participants.get(you)?.rights;
    if (!rights?.publish.includes('screen') || !browserDisplay.supported) return nothing;
    const on = !!screen.track;
    return html`<vr-bar-button
      slot="screen"
      exportparts="button, button: screen-button"
      .icon=${on ? stopSharingIcon : shareIcon}
      .label=${on ? mediaWords().screen.stop : mediaWords().screen.share}
      .pressed=${on}
      @click=${() => this.#host.toggleScreenShare()}
    ></vr-bar-button>`;
  }

  /** What there is to say over the pictures. */
  pill(state: SessionState): TemplateResult {
    return html`${this.#trouble(state)}${this.#connection.pill(state)}`;
  }

  /** What went wrong. */
  #trouble(state: SessionState): TemplateResult | typeof nothing {
    const error = troubleOf(state);
    if (!error || error === this.#dismissed) return nothing;
    return html`<div class="pill" part="pill">
      ${textOf(error)}
      <button
        part="dismiss-button"
        @click=${() => {
          this.#dismissed = error;
          this.#host.requestUpdate();
        }}
      >
        ${mediaWords().screen.dismiss}
      </button>
    </div>`;
  }

  /** What the menu of the bar offers. */
  entries({ soundOnly, screen }: SessionState): MenuEntry[] {
    return [
      ...(screen.track
        ? [
            {
              id: 'switch-screen',
              label: mediaWords().screen.another,
              icon: shareIcon,
              choose: () => this.#host.switchScreenShare(),
            },
          ]
        : []),
      {
        id: 'sound-only',
        label: mediaWords().soundOnly.label,
        icon: soundOnlyIcon,
        checked: soundOnly,
        choose: () => this.#host.toggleSoundOnly(),
      },
    ];
  }

  #tellError(state: SessionState, previous?: SessionState): void {
    const error = troubleOf(state);
    if (error && error !== (previous && troubleOf(previous))) this.#host.announce(textOf(error));
  }
}

/** That somebody chose no screen needs no words. */
const troubleOf = ({ screen: { error }, relayError }: SessionState): VideoRoomError | undefined =>
  error && error.code !== 'screen-denied' ? error : relayError;

function textOf({ code }: VideoRoomError): string {
  const { title, hint } = errorText(code);
  return `${title}. ${hint}`;
}
