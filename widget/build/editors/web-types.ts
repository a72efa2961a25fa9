/** The same for JetBrains' editors, in their web-types format. */
import { settable, type Attribute, type PublicElement } from '../public-element.js';
import { choicesOf } from './choices.js';

interface Package {
  name: string;
  version: string;
}

function attribute({ name, description, type, default: value }: Attribute): object {
  const text = type?.text ?? 'string';
  const kind = text === 'boolean' ? 'no-value' : 'plain';
  const choices = choicesOf(text);
  return {
    name,
    description,
    value: { kind, type: choices.length > 0 ? choices.map((choice) => `'${choice}'`) : text },
    ...(value === undefined ? {} : { default: value.replaceAll(`'`, '') }),
  };
}

export function webTypes(element: PublicElement, { name, version }: Package): object {
  const typed = (entry: PublicElement['events'][number]) => ({
    name: entry.name,
    description: entry.description,
    ...(entry.type ? { type: entry.type.text } : {}),
  });
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: [
          {
            name: element.tagName,
            description: element.description,
            attributes: element.attributes.map(attribute),
            slots: element.slots,
            js: { properties: settable(element).map(typed), events: element.events.map(typed) },
            css: {
              properties: element.cssProperties,
              parts: element.cssParts,
              'pseudo-classes': element.cssStates.map((state) => ({ ...state, name: `state(${state.name})` })),
            },
          },
        ],
      },
    },
  };
}
