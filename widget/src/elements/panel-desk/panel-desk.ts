/**
 * The panels beside the stage: which is open, the buttons and entries of the menu that open them, and where the focus goes.
 * Loaded once one is in a room. What is in each panel is a matter of its own (`SidePanel`), loaded when it is opened.
 */
import type { ParticipantId } from '@video-room/protocol';
import { html, type TemplateResult } from 'lit';
import type { SessionController } from '../../controllers/session-controller.js';
import type { SessionEvents } from '../../core/session-options.js';
import type { LazyPartOptions } from '../video-room/lazy-part.js';
import type { PanelName } from '../video-room/panel-room.js';
import type { VideoRoomElement } from '../video-room/video-room.js';
import type { MenuEntry } from '../vr-menu/menu-entry.js';
import '../vr-bar-button/vr-bar-button.js';
import '../vr-panel/vr-panel.js';
import { PANEL_PARTS, type VrPanel } from '../vr-panel/vr-panel.js';
import { FitBar } from './fit-bar.js';
import { ChatSide } from './chat-side.js';
import { PeopleSide } from './people-side.js';
import type { SidePanel } from './side-panel.js';

export type PanelHost = VideoRoomElement;
/** What every part needs that is loaded later. */
export type Lazily = Pick<LazyPartOptions<object>, 'bus' | 'onChange'>;

/** What it adds to the element. */
export interface PanelView {
  /** Beside the stage. */
  panel: TemplateResult | undefined;
  /** For the bar, each in the slot of its name. */
  buttons: TemplateResult[];
  /** For the menu of the bar, where there may be no room for the buttons. */
  entries: MenuEntry[];
  /** What there is to see in panels whose button found no room; empty: nothing. */
  news: string;
}

export class PanelDesk {
  readonly #host: PanelHost;
  readonly #session: SessionController;
  readonly #chat: ChatSide;
  readonly #sides: Readonly<Record<PanelName, SidePanel>>;
  /** The panel that was opened by hand and has not got the focus yet. */
  #entering: PanelName | undefined;
  #fit: FitBar | undefined;
  /** The panel that is shown, and the one before this update. */
  #shown: PanelName | undefined;
  #before: PanelName | undefined;
  #hadFocus = false;

  constructor(host: PanelHost, session: SessionController, lazily: Lazily) {
    this.#host = host;
    this.#session = session;
    this.#chat = new ChatSide(host, session, lazily);
    this.#sides = {
      chat: this.#chat,
      people: new PeopleSide(host, session, lazily, {
        mayWriteTo: (id) => this.#chat.mayWriteTo(id),
        writeTo: (id) => this.#writeTo(id),
      }),
    };
    host.addController({ hostUpdate: () => this.#beforeUpdate(), hostUpdated: () => this.#afterUpdate() });
  }

  /** A step of the session. */
  changed(change: SessionEvents['state']): void {
    for (const side of Object.values(this.#sides)) side.changed?.(change);
  }

  get unread(): number {
    return this.#chat.unread;
  }

  view(): PanelView {
    const all = (Object.entries(this.#sides) as [PanelName, SidePanel][]).filter(([, { applies }]) => applies);
    const open = all.find(([name]) => name === this.#shown);
    const sides = all.filter(([name]) => this.#host.wantedControls.has(name));
    const out = sides.filter(([name]) => this.#fit?.isOut(name));
    return {
      news: out.flatMap(([, { badge }]) => (badge?.count ? badge.words : [])).join(', '),
      panel: open && this.#panel(...open),
      buttons: sides.map((side) => this.#button(...side)),
      entries: sides.map(([name, { icon, label, badge }]) => ({
        id: name,
        label: badge?.count ? `${label} (${badge.count})` : label,
        icon,
        checked: this.#host.panel === name,
        choose: () => this.#toggle(name),
      })),
    };
  }

  /** As somebody in front of the page does it: then the focus goes along. */
  #toggle(name: PanelName): void {
    this.#host.togglePanel(name);
    this.#entering = this.#host.panel === name ? name : undefined;
  }

  #writeTo(id: ParticipantId): void {
    this.#chat.writeTo(id);
    if (this.#host.panel !== 'chat') this.#toggle('chat');
  }

  #panel(name: PanelName, { label, title = label, body }: SidePanel): TemplateResult {
    return html`<vr-panel
      exportparts=${PANEL_PARTS}
      name=${name}
      .label=${title}
      @panel-close=${() => this.#host.togglePanel(name, false)}
      >${body}</vr-panel
    >`;
  }

  #button(name: PanelName, { icon, label, badge }: SidePanel): TemplateResult {
    return html`<vr-bar-button
      slot=${name}
      exportparts="button, button: ${name}-button, badge"
      .icon=${icon}
      .label=${label}
      .pressed=${this.#host.panel === name}
      .count=${badge?.count ?? 0}
      .counted=${badge?.words ?? ''}
      @click=${() => this.#toggle(name)}
    ></vr-bar-button>`;
  }

  get #element(): VrPanel | null {
    return this.#host.renderRoot.querySelector('vr-panel');
  }

  /** The panel that is to be shown. */
  get #wanted(): PanelName | undefined {
    const { phase } = this.#session.state;
    const { panel } = this.#host;
    const inside = phase === 'joined' || phase === 'reconnecting';
    return inside && panel && this.#sides[panel].applies ? panel : undefined;
  }

  #beforeUpdate(): void {
    this.#hadFocus = !!this.#element?.matches(':focus-within');
    this.#before = this.#shown;
    this.#shown = this.#wanted;
    if (this.#shown === this.#before) return;
    if (this.#before) this.#sides[this.#before].shown?.(false);
    if (this.#shown) this.#sides[this.#shown].shown?.(true);
  }

  #afterUpdate(): void {
    const bar = this.#host.renderRoot.querySelector('vr-bar');
    if (bar) this.#fit ??= new FitBar(bar, () => this.#host.requestUpdate());
    const element = this.#element;
    if (element && this.#entering === this.#shown) void this.#enter(element);
    if (this.#before && !this.#shown && this.#hadFocus) bar?.focusOn(this.#before);
  }

  /** To its name until what it holds is loaded. */
  async #enter(element: VrPanel): Promise<void> {
    const content = element.firstElementChild as VrPanel | null;
    if (content) this.#entering = undefined;
    else if (element.matches(':focus-within')) return;
    await Promise.all([element.updateComplete, content?.updateComplete]);
    element.focus();
  }
}
