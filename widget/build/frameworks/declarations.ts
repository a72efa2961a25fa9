/**
 * Lines that the typings of all frameworks share. Each type is looked up in the class or in its map of events, so that
 * typings cannot say anything else than the element itself.
 */
import { settable, type PublicElement } from '../public-element.js';

export const EVENT_MAP = 'VideoRoomEventMap';

const described = (description: string, line: string) =>
  `  /** ${description.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')} */\n  ${line}`;

const optional = (name: string, type: string) => `${/^\w+$/.test(name) ? name : `'${name}'`}?: ${type} | undefined;`;

/** @param asText whether properties may also be given as their attributes are written. */
export function propertyLines(element: PublicElement, asText = false): string {
  return settable(element)
    .map(({ name, description }) => {
      const attribute = asText ? element.attributes.find(({ fieldName }) => fieldName === name) : undefined;
      return described(description, optional(name, typeOf(element, name, attribute?.type?.text)));
    })
    .join('\n');
}

/** The attributes that are not called as the property they set; in templates they are written as in HTML. */
export function attributeLines(element: PublicElement, nameOf = (attribute: string) => attribute): string {
  return element.attributes
    .filter(({ name, fieldName = name }) => nameOf(name) !== fieldName)
    .map(({ name, fieldName = name, description, type }) =>
      described(description, optional(name, typeOf(element, fieldName, type?.text))),
    )
    .join('\n');
}

export function listenerLines({ events }: PublicElement, nameOf: (event: string) => string): string {
  return events
    .map(({ name, description }) =>
      described(description, optional(nameOf(name), `((event: ${EVENT_MAP}['${name}']) => void)`)),
    )
    .join('\n');
}

/** `display-name` as `displayName`. */
export function camel(name: string): string {
  return name.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** `call-request` as `onCallRequest`. */
export function camelListener(event: string): string {
  return camel(`on-${event}`);
}

/** With how what is not a string is written in an attribute, if it is one of that type. */
function typeOf({ name }: PublicElement, field: string, attributeType = ''): string {
  const text = { boolean: ` | ''`, number: ' | `${number}`' }[attributeType] ?? '';
  return `${name}['${field}']${text}`;
}
