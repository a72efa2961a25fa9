/** What a control of hands, reactions and questions asks for. */
export type TogetherAction =
  | { type: 'react'; emoji: string }
  /** The card of reactions. */
  | { type: 'show-reactions'; open: boolean; takeFocusBack?: boolean }
  /** To the question that is shown. */
  | { type: 'answer'; yes: boolean };

/** Internal: dispatched on the element that holds the control, heard by the desk; never leaves the shadow root. */
export class TogetherActionEvent extends Event {
  constructor(readonly action: TogetherAction) {
    super('together-action', { bubbles: true });
  }
}
