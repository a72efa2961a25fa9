/** The chat, as one of the panels. What is in it is loaded when it is opened. */
import type { TemplateResult } from 'lit';
import type { SessionController } from '../../controllers/session-controller.js';
import { panelWords } from '../../text/en-panels.js';
import { chatIcon } from './icons.js';
import type { Lazily, PanelHost } from './panel-desk.js';
import type { SidePanel } from './side-panel.js';

export class ChatSide implements SidePanel {
  readonly icon = chatIcon;
  readonly #session: Pick<SessionController, 'state'>;

  constructor(_host: PanelHost, session: Pick<SessionController, 'state'>, _lazily: Lazily) {
    this.#session = session;
  }

  get label(): string {
    return panelWords().chat;
  }

  /** Where people call each other, somebody who is in no call has nobody to talk to. */
  get applies(): boolean {
    const { room, you, participants } = this.#session.state;
    return room?.kind !== 'call' || (you !== undefined && !!participants.get(you)?.inCall);
  }

  get body(): TemplateResult | undefined {
    return undefined;
  }
}
