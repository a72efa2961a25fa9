/** A button that is a switch: its knob is an `<i>`. */
import { css } from 'lit';

/** Colour, and what is on it, may be set where it stands: `--on`, `--on-knob`. */
export const switches = css`
  .switch > i {
    position: relative;
    flex: none;
    width: 40px;
    height: 24px;
    border-radius: 99px;
    background: var(--_edge);
    transition: background 0.15s;
  }
  .switch > i::after {
    content: '';
    position: absolute;
    top: 3px;
    inset-inline-start: 3px;
    width: 18px;
    height: 18px;
    border-radius: 50%;
    background: #fff;
    transition: inset-inline-start 0.15s;
  }
  .switch[aria-checked='true'] > i {
    background: var(--on, var(--_talk));
  }
  .switch[aria-checked='true'] > i::after {
    inset-inline-start: 19px;
    background: var(--on-knob, var(--_on-talk));
  }
`;
