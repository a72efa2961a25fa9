/** What a preflight says of pages, servers and tokens that keep one from a call. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { FramingSite } from './rig/framing-site.js';
import { codesOf, finishPreflight, openPreflight, saysOf } from './rig/preflight.js';
import { API_KEY } from './rig/server-process.js';
import { expect, test } from './rig/test.js';

/** A token as a site would sign it itself, with these seconds from now. */
function signed({ exp = 600, nbf = 0, room = 'r' }): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: API_KEY.id, sub: 'ann', exp: now + exp, nbf: now + nbf, video: { room, roomJoin: true } };
  const body = `${encode({ alg: 'HS256' })}.${encode(claims)}`;
  return `${body}.${createHmac('sha256', API_KEY.secret).update(body).digest('base64url')}`;
}

test('all is well where a call would be, nobody is told, and the way back leads to the Join screen', async ({
  openPage,
  server,
  site,
  room,
  enter,
}) => {
  const ann = await enter('Ann');
  await ann.expectState('joined');
  const page = await openPage('green');
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) violations.push(message.text());
  });
  await openPreflight(page, site.url({ token: await server.token({ room, identity: 'ben' }), prejoin: '' }));
  expect(await codesOf(page)).toMatchObject({
    'secure-context': 'ok',
    browser: 'ok',
    'policy-camera': 'ok',
    server: 'ok',
    websocket: 'ok',
    clock: 'ok',
    token: 'ok',
    stun: 'not-configured',
    'turn-udp': 'not-configured',
  });
  await expect(page.getByText('All is well. You can join.')).toBeVisible();
  await ann.expectPeople('Ann');
  expect(violations).toEqual([]);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await ann.expectPictures({ ben: 'green' });
});

test('a frame without allow="camera" is named', async ({ openPage, server, site, room }) => {
  const page = await openPage();
  const token = await server.token({ room, identity: 'ann' });
  const outer = await FramingSite.start(site.url({ token, prejoin: '' }), 'microphone');
  try {
    await page.goto(outer.origin);
    const frame = page.frameLocator('iframe');
    await finishPreflight(frame);
    const said = await saysOf(frame, 'blocked-by-frame');
    expect(said).toContain('The page around this one does not pass on the permission.');
    expect(said).toContain('Write allow="camera" on the iframe.');
  } finally {
    await outer.stop();
  }
});

test('a page with a header that forbids the microphone is named', async ({ openPage, server, room }) => {
  const page = await openPage();
  const token = await server.token({ room, identity: 'ann' });
  const forbidding = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'permissions-policy': 'microphone=()' });
    response.end(
      `<!doctype html><script type="module" src="${server.origin}/video-room.js"></script><video-room prejoin token="${token}"></video-room>`,
    );
  });
  forbidding.listen(0, 'localhost');
  await once(forbidding, 'listening');
  try {
    await openPreflight(page, `http://localhost:${(forbidding.address() as AddressInfo).port}/`);
    expect(await codesOf(page)).toMatchObject({ 'policy-microphone': 'blocked-by-header', 'policy-camera': 'ok' });
    expect(await saysOf(page, 'blocked-by-header')).toContain('Permissions-Policy with microphone=(self)');
  } finally {
    forbidding.closeAllConnections();
    forbidding.close();
  }
});

const TOKENS = [
  { code: 'token-expired', token: signed({ exp: -60, nbf: -600 }), says: 'Your invitation has expired.' },
  { code: 'token-not-yet-valid', token: signed({ nbf: 300 }), says: 'Your invitation is not valid yet.' },
  { code: 'token-other-room', token: signed({ room: 'other' }), says: 'Your invitation is for another room.' },
  { code: 'token-refused', token: `${signed({})}x`, says: 'The server does not accept your invitation.' },
];

for (const { code, token, says } of TOKENS) {
  test(`${code} is said to whoever holds the token`, async ({ openPage, site }) => {
    const page = await openPage();
    await openPreflight(page, site.url({ token, room: 'r', prejoin: '' }));
    expect(await codesOf(page)).toMatchObject({ token: code, stun: 'needs-token', server: 'ok' });
    expect(await saysOf(page, code)).toContain(says);
  });
}

test('an origin that the token leaves out is told from one that the server does not know', async ({
  openPage,
  server,
  site,
  room,
  startOwn,
}) => {
  const page = await openPage();
  const token = await server.token({ room, identity: 'ann', origins: ['https://elsewhere.example'] });
  await openPreflight(page, site.url({ token, prejoin: '' }));
  expect(await saysOf(page, 'token-other-origin')).toContain('Your invitation is not for this site.');
  const own = await startOwn({ ALLOWED_ORIGINS: 'https://elsewhere.example' });
  const good = await own.server.token({ room, identity: 'ann' });
  await openPreflight(page, own.site.url({ token: good, prejoin: '' }));
  expect(await saysOf(page, 'origin-not-allowed')).toContain('ALLOWED_ORIGINS');
});

test('a proxy that lets no WebSocket through is named, while HTTP works', async ({ openPage, server, room }) => {
  // Passes on requests, as a reverse proxy that nobody told of upgrades does.
  const proxy = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = await fetch(`${server.origin}${request.url}`, {
        method: request.method ?? 'GET',
        headers: { 'content-type': request.headers['content-type'] ?? 'text/plain' },
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      });
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'text/plain',
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'content-type',
      });
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  proxy.on('upgrade', (_, socket) => socket.destroy());
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  try {
    const page = await openPage();
    const token = await server.token({ room, identity: 'ann' });
    await page.route('**/no-page', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><script type="module" src="${origin}/video-room.js"></script><video-room prejoin token="${token}"></video-room>`,
      }),
    );
    await openPreflight(page, `${origin}/no-page`);
    expect(await codesOf(page)).toMatchObject({ server: 'ok', websocket: 'websocket-blocked', token: 'ok' });
    expect(await saysOf(page, 'websocket-blocked')).toContain('Let the reverse proxy pass on WebSocket upgrades');
  } finally {
    proxy.closeAllConnections();
    proxy.close();
  }
});

test('the method gives the result and the events, can be ended, and shows no secret', async ({
  openPage,
  server,
  site,
  room,
}) => {
  const page = await openPage();
  const token = await server.token({ room, identity: 'ann' });
  await page.goto(site.url({ token, prejoin: '' }));
  await page.waitForFunction(() => !!customElements.get('video-room'));
  const { text, told, finished, ended, faults } = await page.evaluate(async () => {
    const element = document.querySelector('video-room')!;
    let told = 0;
    let faults = 0;
    addEventListener('error', ({ message }) => (faults += Number(message.includes('of the page'))));
    let finished = '';
    element.addEventListener('preflight-progress', () => (told += 1));
    element.addEventListener('preflight-finished', ({ result }) => (finished = result.verdict));
    const onProgress = () => {
      throw new Error('of the page');
    };
    const result = await element.runPreflight({ onProgress });
    const ended = await element
      .runPreflight({ signal: AbortSignal.abort(new Error('enough')) })
      .catch((error: unknown) => (error as Error).message);
    return { text: result.text, told, finished, ended, faults };
  });
  expect([told, finished, ended, faults]).toEqual([18, 'ok', 'enough', 18]);
  expect(text).toContain('token: ok');
  const log = await page.evaluate(() => document.querySelector('video-room')!.debug.export());
  for (const secret of [token, token.split('.')[2]!, server.origin.slice('http://'.length)]) {
    expect(text).not.toContain(secret);
    expect(log).not.toContain(secret);
  }
});
