/** Who is connected with whom: a graph for the eye and a table of the same for everybody. */
import type { ParticipantRecord } from '@video-room/protocol';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { debugWords } from '../../text/en-debug.js';
import { onCircle, placed, shortened, type Place } from './graph-places.js';
import { PAIR_STATES, pairState, peopleOf, type PairState, type RoomView } from './room-links.js';

/** What stands for each state beside its colour. */
const SIGNS: Readonly<Record<PairState, string>> = {
  good: '●',
  fair: '◐',
  poor: '○',
  connecting: '…',
  interrupted: '!',
  failed: '✕',
  untold: '–',
  unknown: '?',
  apart: '',
};

/** More people cannot be told apart, on a circle or in a table. */
const MOST_DRAWN = 24;

export function roomPicture(view: RoomView): TemplateResult | typeof nothing {
  const all = peopleOf(view);
  const people = all.slice(0, MOST_DRAWN);
  const more = all.length - people.length;
  if (people.length < 2) return nothing;
  const words = debugWords().connections.who;
  const states = new Set(pairsOf(people).map(([one, other]) => pairState(view, one.id, other.id)));
  const shown = PAIR_STATES.filter((state) => state !== 'apart' && states.has(state));
  return html`<section class="room" aria-labelledby="room">
    <div class="said">
      <h3 id="room">${words.title}</h3>
      <ul class="legend" aria-label=${words.legend}>
        ${shown.map(
          (state) => html`<li class=${state}><i aria-hidden="true">${SIGNS[state]}</i> ${words.states[state]}</li>`,
        )}
      </ul>
      ${states.has('untold') || states.has('unknown') ? html`<p>${words.others}</p>` : nothing}
      ${more > 0 ? html`<p>${words.more(more)}</p>` : nothing}
    </div>
    ${graph(view, people)}${matrix(view, people)}
  </section>`;
}

/** The table beside it says the same. */
function graph(view: RoomView, people: readonly ParticipantRecord[]): TemplateResult {
  const places = new Map(onCircle(people.length).map((place, index) => [people[index]?.id, place]));
  const at = ({ id }: ParticipantRecord) => places.get(id) as Place;
  return html`<svg class="graph" viewBox="0 0 400 240" aria-hidden="true">
    ${pairsOf(people).map(([one, other]) => edge(pairState(view, one.id, other.id), at(one), at(other)))}
    ${people.map((person, index) => node(person, at(person), index, person.id === view.you))}
  </svg>`;
}

function edge(state: PairState, from: Place, to: Place): TemplateResult | typeof nothing {
  if (state === 'apart') return nothing;
  const { x, y } = placed(from, to);
  return svg`<g class="edge ${state}">
    <line x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} />
    ${state === 'untold' || state === 'unknown' ? nothing : svg`<circle cx=${x} cy=${y} r="7" /><text x=${x} y=${y}>${SIGNS[state]}</text>`}
  </g>`;
}

/** With the number it has in the table, as names may have no room. */
function node(
  person: ParticipantRecord,
  { x, y, anchor, labelX, labelY }: Place,
  index: number,
  own: boolean,
): TemplateResult {
  const name = own ? debugWords().you : shortened(person.name);
  return svg`<g class="node ${own ? 'own' : ''} ${person.connection}">
    <circle cx=${x} cy=${y} r="12" />
    <text class="number" x=${x} y=${y} text-anchor="middle">${index + 1}</text>
    <text class="name" x=${labelX} y=${labelY} text-anchor=${anchor}>${name}</text>
  </g>`;
}

function matrix(view: RoomView, people: readonly ParticipantRecord[]): TemplateResult {
  const words = debugWords().connections.who;
  const nameOf = ({ id, name }: ParticipantRecord) => (id === view.you ? debugWords().you : name);
  const cell = (row: ParticipantRecord, column: ParticipantRecord) => {
    if (row === column) return html`<td class="self"></td>`;
    const state = pairState(view, row.id, column.id);
    return html`<td class=${state} title=${words.states[state]}>
      <i aria-hidden="true">${SIGNS[state]}</i><span class="unseen">${words.states[state]}</span>
    </td>`;
  };
  return html`<div class="matrix" tabindex="0" role="group" aria-label=${words.title}>
    <table>
      <thead>
        <tr>
          <td></td>
          ${people.map(
            (person, index) =>
              html`<th scope="col" title=${nameOf(person)}>
                <span aria-hidden="true">${index + 1}</span><span class="unseen">${nameOf(person)}</span>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${people.map(
          (row, index) =>
            html`<tr>
              <th scope="row"><span aria-hidden="true">${index + 1} · </span><bdi>${nameOf(row)}</bdi></th>
              ${people.map((column) => cell(row, column))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function pairsOf(people: readonly ParticipantRecord[]): [ParticipantRecord, ParticipantRecord][] {
  return people.flatMap((one, index) =>
    people.slice(index + 1).map((other): [ParticipantRecord, ParticipantRecord] => [one, other]),
  );
}
