const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** What a site pastes into a page: the script and the tag with its token. */
export const embedHtml = (serverUrl: string, token: string): string =>
  [
    `<script type="module" src="${escapeHtml(serverUrl)}/video-room.js"></script>`,
    `<video-room token="${escapeHtml(token)}"></video-room>`,
  ].join('\n');
