/**
 * What the analyzer reads for custom-elements.json: the public element with all it inherits. Run by the widget's build, which
 * keeps what is public (build/public-element.ts).
 */
export default {
  globs: ['widget/src/elements/video-room/*.ts'],
  exclude: ['**/*.test.ts'],
  outdir: 'dist/widget',
  litelement: true,
  packagejson: false,
};
