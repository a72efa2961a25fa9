/** Coming in and going as methods of the tag: with which name and token, by itself or from the Join screen. */
import type { PropertyValues } from 'lit';
import { readPreferences, remember } from '../../controllers/preferences.js';
import type { SessionEvents } from '../../core/session-options.js';
import { joinOptionsOf, serverUrlOf } from './join-options.js';
import { PanelRoom } from './panel-room.js';

/**
 * @fires {StateChangedEvent} state-changed - `state` became another.
 * @fires {JoinedEvent} joined - One is in the room.
 * @fires {LeftEvent} left - One is no longer in the room.
 * @fires {TokenExpiringEvent} token-expiring - The token ends soon.
 * @slot idle - Replaces what is shown before joining.
 * @slot left - Instead of what is shown after leaving.
 * @slot failed - Instead of what is shown when joining failed.
 * @slot prejoin-header - Above the heading of the Join screen.
 * @csspart notice - The card shown while one is not in the room.
 * @csspart join-button - Joins, or joins again.
 * @csspart retry-button - Tries again after a failure.
 * @csspart name-field - Takes the display name.
 * @cssState idle - Before joining.
 * @cssState connecting - On the way in.
 * @cssState joined - In the room.
 * @cssState reconnecting - The server is lost; pictures may go on.
 * @cssState failed - Given up; see `error`.
 * @cssState left - Was in the room and is no more.
 */
export abstract class JoiningRoom extends PanelRoom {
  #triedToJoin = false;
  #rememberedName = '';

  /** Enters the room. What comes of it shows in `state` and the events. Does nothing while already there. */
  join(): void {
    this.#triedToJoin = true;
    this.session.join({ ...joinOptionsOf(this, this.ownName), currentToken: () => this.token });
  }

  /** Leaves the room and closes the devices. */
  leave(): void {
    this.session.leave();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Put back after its session has ended, it begins anew.
    this.requestUpdate();
    this.#rememberedName = readPreferences().name ?? '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('token')) this.session.tokenGiven();
    if (changed.has('displayName') && this.displayName) this.session.setName(this.displayName);
    if (this.state === 'idle' && this.isConnected) this.#prepare();
  }

  /** @internal */
  sessionChanged({ state }: SessionEvents['state']): void {
    if (state.phase === 'idle') this.#triedToJoin = false;
  }

  /** What the person typed is used only where it is asked for; elsewhere the page or the token says the name. */
  protected get ownName(): string {
    return this.displayName || (this.prejoin ? this.#rememberedName : '');
  }

  /** From the Join screen. @param name as the person typed it, to be remembered. */
  protected joinAs(name: string | undefined): void {
    if (name !== undefined) {
      this.#rememberedName = this.displayName = name;
      remember({ name });
    }
    this.join();
  }

  /** While idle: joins, or makes joining quick; with prejoin again at signs of life, as the server lets idle ones go. */
  #prepare(): void {
    if (!this.prejoin) {
      if (this.hasToken && !this.#triedToJoin) this.join();
      return;
    }
    const url = serverUrlOf(this.server);
    if (url) this.session.warm(url);
  }
}
