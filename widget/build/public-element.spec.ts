import { describe, expect, it } from '@jest/globals';
import { cssCustomData, htmlCustomData } from './editors/vscode.js';
import { webTypes } from './editors/web-types.js';
import { reactModule, reactTypes } from './frameworks/react.js';
import { svelteTypes } from './frameworks/svelte.js';
import { vueTypes } from './frameworks/vue.js';
import { publicElement, publishedManifest, settable, type Manifest } from './public-element.js';

const inheritedFrom = { name: 'Base', module: 'src/base.ts' };
const text = (type: string) => ({ type: { text: type } });

/** As the analyzer writes it: with what is private, what nobody described, and an event it only saw being made. */
const MANIFEST = {
  schemaVersion: '1.0.0',
  modules: [
    { declarations: [{ kind: 'class', name: 'Base' }] },
    {
      declarations: [
        {
          kind: 'class',
          name: 'DoorElement',
          tagName: 'a-door',
          description: 'A door.',
          members: [
            { kind: 'field', name: 'openTo', description: 'How far.', ...text('number'), inheritedFrom },
            { kind: 'field', name: 'log', description: 'What happened.' },
            { kind: 'field', name: 'guests', description: 'Who came.', readonly: true },
            { kind: 'field', name: '#lock', description: 'Kept to itself.' },
            { kind: 'field', name: 'hinge', description: 'For those who extend it.', privacy: 'protected' },
            { kind: 'field', name: 'styles', description: 'Of the class.', static: true },
            { kind: 'method', name: 'connectedCallback' },
            { kind: 'method', name: 'close', description: 'Closes it. */' },
          ],
          attributes: [
            { name: 'open-to', fieldName: 'openTo', description: 'How far.', ...text('number'), default: '0' },
            { name: 'log', fieldName: 'logShown', description: 'Shows the log.', ...text('boolean') },
            { name: 'side', fieldName: 'side', description: 'Where.', ...text(`'left'|'right'`) },
          ],
          events: [
            { name: 'door-opened', description: 'It opened.', ...text('DoorOpenedEvent'), inheritedFrom },
            { name: 'from', ...text('DoorOpenedEvent') },
            { ...text('Event') },
          ],
          slots: [{ name: 'sign', description: 'On it.' }],
          cssParts: [{ name: 'knob', description: 'To turn.' }],
          cssProperties: [{ name: '--door-color', description: 'Paint.', default: 'red' }],
          cssStates: [{ name: 'open', description: 'Not closed.' }],
        },
      ],
    },
  ],
} as unknown as Manifest;

const door = publicElement(MANIFEST);

describe('the public element', () => {
  it('is what is described and not private, wherever it was inherited from', () => {
    expect(door.members.map(({ name }) => name)).toEqual(['openTo', 'log', 'guests', 'close']);
    expect(door.events.map(({ name }) => name)).toEqual(['door-opened']);
    expect(JSON.stringify(publishedManifest(door, 'door.js'))).not.toMatch(/src\/|inheritedFrom/);
  });

  it('can be set where it does not only read and is not hidden behind an attribute of another property', () => {
    expect(settable(door).map(({ name }) => name)).toEqual(['openTo']);
  });

  it('must be there', () => {
    expect(() => publicElement({ schemaVersion: '1', modules: [{}] })).toThrow('no class with a @tag');
  });
});

describe('what frameworks are told', () => {
  it('names listeners as each of them does', () => {
    expect(reactModule(door)).toContain(`onDoorOpened: 'door-opened'`);
    const type = `?: ((event: VideoRoomEventMap['door-opened']) => void) | undefined`;
    expect(reactTypes(door)).toContain(`  onDoorOpened${type}`);
    expect(vueTypes(door)).toContain(`  onDoorOpened${type}`);
    expect(svelteTypes(door)).toContain(`  'ondoor-opened'${type}`);
  });

  it('types attributes by their property, as text too', () => {
    const openTo = `?: DoorElement['openTo'] | \`\${number}\` | undefined;`;
    expect(svelteTypes(door)).toContain(`  'open-to'${openTo}`);
    expect(vueTypes(door)).toContain(`  openTo${openTo}`);
    for (const types of [vueTypes(door), svelteTypes(door)]) {
      expect(types).toContain(`  log?: DoorElement['logShown'] | '' | undefined;`);
    }
    expect(reactTypes(door)).not.toContain('open-to');
  });
});

describe('what editors are told', () => {
  it('knows which attributes have no value, and the values of the others', () => {
    expect(htmlCustomData(door)).toMatchObject({
      tags: [
        {
          name: 'a-door',
          attributes: [
            { name: 'open-to' },
            { name: 'log', valueSet: 'v' },
            { name: 'side', values: [{ name: 'left' }, { name: 'right' }] },
          ],
        },
      ],
    });
    expect(webTypes(door, { name: 'doors', version: '2.0.0' })).toMatchObject({
      name: 'doors',
      version: '2.0.0',
      contributions: {
        html: {
          elements: [
            {
              attributes: [
                { value: { kind: 'plain', type: 'number' }, default: '0' },
                { value: { kind: 'no-value' } },
                { value: { kind: 'plain', type: [`'left'`, `'right'`] } },
              ],
              js: { properties: [{ name: 'openTo', type: 'number' }], events: [{ type: 'DoorOpenedEvent' }] },
            },
          ],
        },
      },
    });
  });

  it('writes parts and states as selectors', () => {
    expect(cssCustomData(door)).toEqual({
      version: 1.1,
      properties: [{ name: '--door-color', description: 'Paint. Default: red' }],
      pseudoElements: [{ name: '::part(knob)', description: 'To turn.' }],
      pseudoClasses: [{ name: ':state(open)', description: 'Not closed.' }],
    });
  });
});
