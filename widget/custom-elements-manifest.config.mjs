/** What custom-elements.json describes: the public element only. Run by the widget's build. */
export default {
  globs: [
    'widget/src/elements/video-room/{video-room,media-room,together-room,calling-room,room-attributes}.ts',
    'widget/src/index.ts',
  ],
  outdir: 'dist/widget',
  litelement: true,
  packagejson: false,
};
