/**
 * What the analyzer reads for custom-elements.json: the public element with all it inherits. Run by the widget's build, which
 * keeps what is public (build/public-element.ts).
 */
const aliases = new Map();

/** Editors offer the values of an attribute, so its type says them and not only what they are called. */
const spellOutTypes = {
  name: 'spell-out-types',
  collectPhase({ ts, node }) {
    if (ts.isTypeAliasDeclaration(node)) aliases.set(node.name.text, node.type.getText());
  },
  packageLinkPhase({ customElementsManifest }) {
    const declarations = customElementsManifest.modules.flatMap((module) => module.declarations);
    for (const { type } of declarations.flatMap(({ attributes = [] }) => attributes)) {
      if (type) type.text = aliases.get(type.text) ?? type.text;
    }
  },
};

export default {
  globs: ['widget/src/elements/video-room/*.ts'],
  exclude: ['**/*.test.ts'],
  outdir: 'dist/widget',
  litelement: true,
  packagejson: false,
  plugins: [spellOutTypes],
};
