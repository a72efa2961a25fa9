/** One row of the list of people, as a pure function of what is known of that person. */
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../text/en.js';
import { peopleWords } from '../../text/en-people.js';
import { cameraIcon, cameraOffIcon, microphoneIcon, microphoneOffIcon, soundIcon } from '../icons.js';
import { pinIcon } from '../stage-layouts/icons.js';
import { handIcon } from '../together-desk/icons.js';
import { dotsIcon, screenIcon } from './icons.js';
import type { ListedPerson } from './people-view.js';

export interface RowChoices {
  pinned: boolean;
  menuOpen: boolean;
  toggleMenu: () => void;
  /** In 0..1; undefined while the slider is not shown. */
  volume: number | undefined;
  setVolume: (volume: number) => void;
  hideVolume: () => void;
}

export function personRow(person: ListedPerson, choices: RowChoices): TemplateResult {
  const { id, name, own, acts, status } = person;
  const { menuOpen, toggleMenu, volume } = choices;
  return html`<li part="person" class=${status} data-person=${id}>
    <vr-face .name=${name}></vr-face>
    <div class="who">
      <b part="person-name" dir="auto">${name}</b>${own ? html`<i>${words().you}</i>` : nothing}${notes(person)}
    </div>
    <div class="states">${states(person, choices.pinned)}</div>
    ${
      acts.size > 0
        ? html`<button
            type="button"
            class="options"
            part="person-menu-button"
            aria-label=${peopleWords().menu(name)}
            aria-haspopup="menu"
            aria-expanded=${menuOpen ? 'true' : 'false'}
            @click=${toggleMenu}
          >
            ${dotsIcon}
          </button>`
        : html`<span class="options"></span>`
    }
    ${volume === undefined ? nothing : slider(name, volume, choices)}
  </li>`;
}

function notes({ role, status }: ListedPerson) {
  const { interrupted, failed } = words().stage;
  const standing = status === 'interrupted' ? interrupted : status === 'failed' ? failed : '';
  if (!role && !standing) return nothing;
  return html`<small
    >${role ? html`<span part="person-role">${peopleWords().roles[role]}</span>` : nothing}${
      standing ? html`<span part="person-status">${standing}</span>` : nothing
    }</small
  >`;
}

function states({ media, place }: ListedPerson, pinned: boolean) {
  const says = peopleWords().states;
  const sign = (icon: TemplateResult, label: string, className = '') =>
    html`<span class=${className} role="img" aria-label=${label} title=${label}>${icon}</span>`;
  return [
    pinned ? sign(pinIcon, says.pinned) : nothing,
    place > 0
      ? html`<span class="hand" part="hand" role="img" aria-label=${says.hand(place)}
          >${handIcon}<b aria-hidden="true">${place}</b></span
        >`
      : nothing,
    media?.screen ? sign(screenIcon, says.screen, 'on') : nothing,
    media ? sign(media.camera ? cameraIcon : cameraOffIcon, says[media.camera ? 'cameraOn' : 'cameraOff']) : nothing,
    media
      ? media.microphone
        ? sign(microphoneIcon, says.microphoneOn)
        : sign(microphoneOffIcon, says.microphoneOff, 'muted')
      : nothing,
  ];
}

function slider(name: string, volume: number, { setVolume, hideVolume }: RowChoices): TemplateResult {
  const percent = Math.round(volume * 100);
  return html`<div class="volume">
    ${soundIcon}<input
      type="range"
      part="volume-slider"
      min="0"
      max="100"
      step="5"
      aria-label=${peopleWords().volumeOf(name)}
      aria-valuetext="${percent} %"
      .value=${String(percent)}
      @input=${({ target }: Event) => setVolume((target as HTMLInputElement).valueAsNumber / 100)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        hideVolume();
      }}
    /><output>${percent} %</output>
    <button type="button" part="volume-done-button" @click=${hideVolume}>${peopleWords().done}</button>
  </div>`;
}
