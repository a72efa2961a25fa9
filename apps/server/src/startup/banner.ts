/** What somebody who starts the server reads first. For people, so not part of the log. */
import { API_DOCS_PATH } from '../api/api-docs.js';
import type { ServerSetup } from '../server-setup.js';
import { inUrl } from './addresses.js';

const ANY_ADDRESS = new Set(['0.0.0.0', '::', '']);

export function banner(setup: ServerSetup, port: number, addresses: readonly string[]): string {
  const protocol = setup.tls ? 'https' : 'http';
  const url = (host: string) => `${protocol}://${inUrl(host)}:${port}`;
  const isEverywhere = ANY_ADDRESS.has(setup.host);
  const local = setup.publicUrl ?? url(isEverywhere ? 'localhost' : setup.host);
  const lines = [
    '',
    '  Video Room is running.',
    '',
    `  Here        ${local}`,
    ...(isEverywhere ? addresses.map((address) => `  Network     ${url(address)}`) : []),
    `  Widget      ${local}/video-room.js`,
    `  API         ${local}/${API_DOCS_PATH}`,
  ];
  if (isEverywhere && !setup.tls && addresses.length > 0) {
    lines.push('', '  Browsers on other devices give no camera to plain http: npm start -- --https');
  }
  const [key] = setup.apiKeys;
  if (setup.development && key) {
    const insecure = setup.tls ? ' --insecure' : '';
    lines.push(
      '',
      '  No API_KEYS are set. This development key is kept in .data/dev-key.json; pages of every origin may connect,',
      '  and everybody who reaches the demo pages may join any room. Do not use it in public.',
      '',
      `  curl${insecure} -u ${key.id}:${key.secret} -H 'Content-Type: application/json' \\`,
      `    -d '{"room":"demo","identity":"ada","name":"Ada"}' ${local}/api/v1/tokens`,
    );
  }
  return `${lines.join('\n')}\n\n`;
}
