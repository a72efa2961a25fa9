import { css } from 'lit';

export const styles = css`
  :host {
    padding: 16px;
    text-align: center;
  }
  .card {
    width: min(380px, 100%);
    padding: 28px 26px 24px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 8px);
    background: var(--_surface);
    box-shadow: 0 30px 80px var(--_shade);
  }
  .plain {
    border: 0;
    background: none;
    box-shadow: none;
  }
  .sign svg {
    width: 24px;
    height: 24px;
  }
  .sign.bad {
    background: color-mix(in srgb, var(--_bad), var(--_stage) 84%);
    color: var(--_bad-text);
  }
  code {
    display: inline-block;
    margin-top: 14px;
    font:
      13px ui-monospace,
      monospace;
    color: var(--_soft);
  }
  .acts {
    margin-top: 20px;
    display: grid;
    gap: 12px;
  }
  .main {
    height: 48px;
    border-radius: 14px;
  }
  .second {
    height: 40px;
    border-radius: 12px;
    background: none;
    color: var(--_soft);
  }
  .second:hover {
    background: var(--_raised);
    color: var(--_text);
  }
  /* Of the area above bar and overlay. */
  @container (max-height: 380px) {
    .sign {
      display: none;
    }
    .card {
      padding: 14px 18px;
    }
    .acts {
      margin-top: 10px;
      grid: auto-flow / auto 1fr;
      gap: 8px;
    }
    .acts :only-child {
      grid-column: 1 / -1;
    }
    .acts .main {
      order: 1;
    }
  }
  @container (max-height: 300px) {
    :host {
      padding: 6px;
    }
    .card {
      padding: 8px 12px;
    }
    h2 {
      font-size: 16px;
    }
    code {
      display: none;
    }
    .main,
    .second {
      height: 40px;
    }
  }
  @container (max-height: 240px) {
    p {
      display: none;
    }
  }
  @container (max-height: 140px) {
    .card {
      border: 0;
      padding: 0;
    }
  }
`;
