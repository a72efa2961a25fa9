/** The people, as one of the panels. What is in it is loaded when it is opened. */
import type { TemplateResult } from 'lit';
import { ownRecord } from '../../controllers/calls/own-calls.js';
import type { SessionController } from '../../controllers/session-controller.js';
import type { SessionEvents } from '../../core/session-options.js';
import { words } from '../../text/en.js';
import type { PeopleDesk, Writing } from '../people-desk/people-desk.js';
import { LazyPart } from '../video-room/lazy-part.js';
import { peopleIcon } from './icons.js';
import type { Lazily, PanelHost } from './panel-desk.js';
import type { SidePanel } from './side-panel.js';

export class PeopleSide implements SidePanel {
  readonly icon = peopleIcon;
  readonly #session: Pick<SessionController, 'state'>;
  readonly #desk: LazyPart<PeopleDesk>;

  constructor(host: PanelHost, session: Pick<SessionController, 'state'>, lazily: Lazily, writing: Writing) {
    this.#session = session;
    this.#desk = new LazyPart({
      ...lazily,
      name: 'people',
      load: async () => new (await import('../people-desk/people-desk.js')).PeopleDesk(host, session, writing),
    });
  }

  get label(): string {
    return words().stage.label;
  }

  get title(): string {
    return `${this.label} (${this.#session.state.participants.size})`;
  }

  /** Where people call each other, or watch, there is another list; this one is then for those who moderate. */
  get applies(): boolean {
    const { room, admitted } = this.#session.state;
    return admitted && (room?.kind === 'meeting' || !!ownRecord(this.#session.state)?.rights.admin);
  }

  get body(): TemplateResult | undefined {
    return this.#desk.ask()?.body;
  }

  changed(change: SessionEvents['state']): void {
    this.#desk.changed(change, false);
  }
}
