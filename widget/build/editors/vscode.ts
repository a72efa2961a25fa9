/** What VS Code completes and explains: the tag and its attributes in HTML, its properties, parts and states in CSS. */
import type { Attribute, Described, PublicElement } from '../public-element.js';
import { choicesOf } from './choices.js';

const said = ({ name, description }: Described) => ({ name, description });

/** `v` is VS Code's word for an attribute without a value. */
function attribute({ name, description, type }: Attribute): object {
  if (type?.text === 'boolean') return { name, description, valueSet: 'v' };
  const values = choicesOf(type?.text).map((choice) => ({ name: choice }));
  return values.length > 0 ? { name, description, values } : { name, description };
}

export function htmlCustomData({ tagName, description, attributes, slots }: PublicElement): object {
  const slotList = slots.map((slot) => `- \`${slot.name}\`: ${slot.description}`).join('\n');
  return {
    version: 1.1,
    tags: [
      {
        name: tagName,
        description: { kind: 'markdown', value: `${description}\n\nSlots:\n${slotList}` },
        attributes: attributes.map(attribute),
      },
    ],
  };
}

export function cssCustomData({ cssProperties, cssParts, cssStates }: PublicElement): object {
  const withDefault = ({ name, description, default: value }: PublicElement['cssProperties'][number]) => ({
    name,
    description: value ? `${description} Default: ${value}` : description,
  });
  return {
    version: 1.1,
    properties: cssProperties.map(withDefault),
    pseudoElements: cssParts.map((part) => said({ ...part, name: `::part(${part.name})` })),
    pseudoClasses: cssStates.map((state) => said({ ...state, name: `:state(${state.name})` })),
  };
}
