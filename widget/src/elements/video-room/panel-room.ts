/**
 * The bar's buttons and the panels beside the stage, as properties and methods of the tag. What is in the panels, and the
 * buttons that open them, are loaded later (panel-desk/).
 */
import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { SessionEvents } from '../../core/session-options.js';
import { PanelChangedEvent } from '../../events/panel-changed.js';
import type { PanelDesk } from '../panel-desk/panel-desk.js';
import { controlsOf } from '../vr-bar/controls.js';
import { LazyPart } from './lazy-part.js';
import { StageRoom } from './stage-room.js';
import type { VideoRoomElement } from './video-room.js';

export const PANELS = ['chat', 'people'] as const;
export type PanelName = (typeof PANELS)[number];

/** What is no panel's name, or none, is no panel. */
const panelNames = {
  fromAttribute: (name: string | null): PanelName | '' => PANELS.find((each) => each === name?.toLowerCase()) ?? '',
  toAttribute: (name: PanelName | ''): string | null => name || null,
};

/**
 * @fires {PanelChangedEvent} panel-changed - Another panel is open, or none.
 * @fires {UnreadChangedEvent} unread-changed - There are more or fewer messages of others that were not read.
 * @csspart bar - The bar of controls.
 * @csspart button - Any button of the bar.
 * @csspart microphone-button - The microphone button.
 * @csspart camera-button - The camera button.
 * @csspart screen-button - The button that shares one's screen.
 * @csspart chat-button - Opens the chat.
 * @csspart people-button - Opens the list of people.
 * @csspart debug-button - The debug button.
 * @csspart notice-debug-button - Shows the debug overlay after a failure.
 * @csspart more-button - Opens the menu.
 * @csspart menu - The menu of the bar.
 * @csspart menu-item - An entry of it.
 * @csspart leave-button - The leave button.
 * @csspart device-badge - Marks a button whose device failed.
 * @csspart tooltip - The words beside a button.
 * @csspart panel - What is open beside the stage.
 * @csspart panel-header - Its head.
 * @csspart panel-title - What it is called.
 * @csspart panel-close - Closes it.
 * @csspart chat-log - The list of messages.
 * @csspart chat-message - What one person wrote in a row.
 * @csspart chat-link - A web address in it.
 * @csspart newest-button - Goes to the newest message.
 * @csspart chat-field - Takes a message.
 * @csspart chat-send-button - Sends it.
 * @csspart chat-recipient-select - Chooses whom it is for.
 * @attr {string} controls - Names of the buttons of the bar that are to be there; default: all that apply.
 * @attr {'chat'|'people'} panel - What is open beside the stage; reflects.
 */
export abstract class PanelRoom extends StageRoom {
  static override properties: PropertyDeclarations = {
    panel: { reflect: true, converter: panelNames },
    controls: {},
  };

  /** What is open beside the stage; empty: nothing. */
  panel: PanelName | '' = '';
  /** The buttons of the bar that are to be there; all that apply if it says nothing. */
  controls: string | null = null;
  /** @internal The same as a set. */
  wantedControls = controlsOf(null);
  protected readonly panels = new LazyPart<PanelDesk>({
    ...this.lazily,
    name: 'panels',
    load: async () => {
      const { PanelDesk } = await import('../panel-desk/panel-desk.js');
      return new PanelDesk(this as unknown as VideoRoomElement, this.session, this.lazily);
    },
  });

  /** How many messages of others came while the chat was closed, or the page hidden. */
  get unreadMessages(): number {
    return this.panels.part?.unread ?? 0;
  }

  /** Opens or closes that panel, or the other of the two. One at a time is open. */
  togglePanel(panel: PanelName, on = this.panel !== panel): void {
    if (on !== (this.panel === panel)) this.panel = on ? panel : '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // A page may say anything.
    if (this.panel !== '' && !PANELS.includes(this.panel)) this.panel = '';
    if (changed.has('controls')) this.wantedControls = controlsOf(this.controls);
    if (changed.has('panel') && (changed.get('panel') ?? '') !== this.panel) {
      this.dispatchEvent(new PanelChangedEvent(this.panel));
    }
  }

  /** What was written while this was not loaded is counted once it is. */
  protected tellPanels(change: SessionEvents['state'], events: readonly Event[]): void {
    this.panels.changed(
      change,
      events.some(({ type }) => type === 'chat-message'),
    );
  }
}
