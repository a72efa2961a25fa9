/** What each panel says of itself. The desk shows its button, its entry in the menu and its frame. */
import type { TemplateResult } from 'lit';
import type { SessionEvents } from '../../core/session-options.js';

export interface SidePanel {
  readonly icon: TemplateResult;
  /** Names the panel and its button. */
  readonly label: string;
  /** Its name over it, where that says more. */
  readonly title?: string;
  /** Whether there is use for it in this room now. */
  readonly applies: boolean;
  /** A number on its button; 0 for none. `words` say it to those who do not see. */
  readonly badge?: { count: number; words: string } | undefined;
  /** What is in it, which is loaded when it is asked for; undefined until then. */
  readonly body: TemplateResult | undefined;
  /** A step of the session. */
  changed?: (change: SessionEvents['state']) => void;
  /** It is shown from now on, or no more. */
  shown?: (on: boolean) => void;
}
