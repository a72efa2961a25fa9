/**
 * The public face of the element, as the analyzer reads it from the sources. What is private or has no description is not
 * public. The package's own manifest and all that is made for frameworks and editors start from here.
 */
export interface Described {
  name: string;
  description: string;
}

interface Typed {
  type?: { text: string };
  default?: string;
}

export interface Attribute extends Described, Typed {
  fieldName?: string;
}

export interface Member extends Described, Typed {
  kind: 'field' | 'method';
  readonly?: boolean;
  static?: boolean;
  privacy?: 'public' | 'private' | 'protected';
}

export interface CssProperty extends Described {
  default?: string;
}

export interface PublicElement extends Described {
  kind: 'class';
  tagName: string;
  customElement: true;
  superclass: { name: string; package: string };
  members: Member[];
  attributes: Attribute[];
  events: (Described & Typed)[];
  slots: Described[];
  cssParts: Described[];
  cssProperties: CssProperty[];
  cssStates: Described[];
}

export interface Manifest {
  schemaVersion: string;
  modules: { declarations?: Partial<PublicElement>[] }[];
}

/** With what its base classes have, which are not published. */
export function publicElement({ modules }: Manifest): PublicElement {
  const element = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName);
  if (!element) throw new Error('The manifest has no class with a @tag');
  const { name = '', description = '', tagName = '' } = element;
  return {
    kind: 'class',
    name,
    description,
    tagName,
    customElement: true,
    superclass: { name: 'LitElement', package: 'lit' },
    members: documented(element.members).filter((member) => !member.static && isOpen(member)),
    attributes: documented(element.attributes),
    events: documented(element.events),
    slots: documented(element.slots),
    cssParts: documented(element.cssParts),
    cssProperties: documented(element.cssProperties),
    cssStates: documented(element.cssStates),
  };
}

/** What a page or a framework may set. An attribute that has the name of another property is not that property. */
export function settable({ members, attributes }: PublicElement): Member[] {
  const isOther = ({ name }: Member) => attributes.some((each) => each.name === name && each.fieldName !== name);
  return members.filter((member) => member.kind === 'field' && !member.readonly && !isOther(member));
}

/** The manifest of the package: the module that pages import, not the sources it is made of. */
export function publishedManifest(element: PublicElement, path: string): object {
  const declaration = { name: element.name, module: path };
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path,
        declarations: [element],
        exports: [
          { kind: 'js', name: element.name, declaration },
          { kind: 'custom-element-definition', name: element.tagName, declaration },
        ],
      },
    ],
  };
}

function isOpen({ name, privacy = 'public' }: Member): boolean {
  return privacy === 'public' && !name.startsWith('#');
}

function documented<Entry extends Described>(entries: (Entry & { inheritedFrom?: unknown })[] = []): Entry[] {
  return entries
    .filter(({ name, description }) => name !== undefined && description)
    .map(({ inheritedFrom: _sources, ...entry }) => entry as unknown as Entry);
}
