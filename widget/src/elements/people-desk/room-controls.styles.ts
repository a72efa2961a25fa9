import { css } from 'lit';

export const roomControlsStyles = css`
  .waiting {
    flex: none;
    max-height: 40%;
    margin: 0 8px 8px;
    padding: 8px 10px 10px;
    border-radius: 14px;
    background: color-mix(in srgb, var(--_surface), var(--_lift) 5%);
    overflow: auto;
  }
  h3 {
    margin: 0 0 4px;
    font-size: 13px;
    font-weight: 500;
    color: var(--_soft);
  }
  .waiting div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 8px;
    padding: 4px 0;
  }
  .waiting b {
    flex: 1;
    min-width: 80px;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .waiting button,
  .acts button {
    min-height: 36px;
    padding: 4px 12px;
    border-radius: 12px;
    background: var(--_raised);
    font-weight: 600;
  }
  .waiting button:hover,
  .acts button:hover {
    background: color-mix(in srgb, var(--_raised), var(--_lift) 9%);
  }
  .waiting .main {
    background: var(--_talk);
    color: var(--_on-talk);
  }
  .waiting .main:hover {
    background: color-mix(in srgb, var(--_talk), var(--_lift) 14%);
  }

  .room {
    flex: none;
    padding: 10px 14px 14px;
    border-top: 1px solid var(--_line);
  }
  .lock {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    padding: 6px 4px;
    border-radius: 12px;
    background: none;
    text-align: start;
  }
  .lock > span {
    flex: 1;
    line-height: 1.3;
  }
  .lock {
    --on: var(--_warn);
    --on-knob: var(--_on-warn);
  }
  .acts {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 10px;
    margin-top: 8px;
  }
  .acts button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    border-radius: 14px;
  }
  .acts svg {
    width: 18px;
    height: 18px;
  }
  .acts .grave {
    background: color-mix(in srgb, var(--_bad), var(--_stage) 84%);
    color: var(--_bad-text);
  }
  .acts .grave:hover {
    background: color-mix(in srgb, var(--_bad), var(--_stage) 76%);
  }
  @container (max-width: 300px) {
    .waiting b {
      min-width: calc(100% - 60px);
    }
    .waiting button {
      flex: 1;
    }
  }
  @container (max-height: 420px) {
    .room {
      display: flex;
      gap: 8px;
      padding-block: 6px 8px;
    }
    .lock small {
      display: none;
    }
    .acts {
      flex: none;
      margin-top: 0;
    }
    .acts svg {
      display: none;
    }
  }
`;
