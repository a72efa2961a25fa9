/**
 * Secrets stay where they belong: after everything that makes a server talkative, none is in its log, in an address, in the list
 * of processes, in what it answers, or in what pages write to their consoles.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Guest } from './rig/guest.js';
import { API_KEY } from './rig/server-process.js';
import { expect, test } from './rig/test.js';

/** What every program was started with, as everybody on the machine can see it. */
function processList(): string {
  if (!existsSync('/proc/self/cmdline')) return execFileSync('ps', ['-A', '-o', 'args'], { encoding: 'utf8' });
  const ofProcess = (id: string): string => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8');
    } catch {
      // It has ended.
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(ofProcess)
    .join('\n');
}

/** Everything of a page that others may see or keep, and the secrets it is given over its socket. */
function eavesdrop(page: Page, origin: string) {
  const told = { addresses: [] as string[], answers: [] as Promise<string>[], console: [] as string[] };
  const secrets = new Set<string>();
  page.on('request', (request) => {
    // The host page of these tests has its token in its own address, which no site should do.
    if (request.url().startsWith(origin)) told.addresses.push(request.url());
  });
  page.on('response', (response) => {
    if (response.url().startsWith(origin)) told.answers.push(response.text().catch(() => ''));
  });
  page.on('console', (message) => told.console.push(message.text()));
  page.on('websocket', (socket) => {
    told.addresses.push(socket.url());
    socket.on('framereceived', ({ payload }) => {
      for (const [, secret = ''] of String(payload).matchAll(/"(?:resumeKey|credential)":"([^"]{8,})"/g))
        secrets.add(secret);
    });
  });
  return { told, secrets };
}

test('no secret is in a log, an address, the list of processes, an answer or a console', async ({
  startOwn,
  openPage,
}) => {
  const environment = {
    LOG_LEVEL: 'debug',
    TURN_URLS: 'turn:127.0.0.1:9?transport=udp',
    TURN_SECRET: 'canary-of-the-relay-that-nobody-may-ever-see',
    METRICS_TOKEN: 'canary-of-the-figures-that-nobody-may-ever-see',
  };
  const { server, site } = await startOwn(environment);
  const secrets = new Set([API_KEY.secret, environment.TURN_SECRET, environment.METRICS_TOKEN]);
  const answers: string[] = [];
  const addresses: string[] = [];
  const consoles: string[] = [];
  const pages = [];
  for (const [identity, colour] of [
    ['ann', 'red'],
    ['ben', 'green'],
  ] as const) {
    const page = await openPage(colour);
    const heard = eavesdrop(page, server.origin);
    const token = await server.token({
      room: 'r',
      identity,
      name: identity,
      role: 'moderator',
      settings: { timeline: true },
    });
    secrets.add(token);
    await page.goto(site.url({ token }));
    pages.push({ page, heard });
  }
  const [ann, ben] = pages.map(({ page }) => new Guest(page)) as [Guest, Guest];
  await ann.expectPictures({ ben: 'green' });
  await ann.page.evaluate(() => document.querySelector('video-room')!.debug.start());
  // Coming back shows the resume key.
  await ben.page.reload();
  await ann.expectPictures({ ben: 'green' });

  // Whatever is wrong is said, but not with the words that were wrong.
  const wrong = { authorization: `Basic ${Buffer.from(`${API_KEY.id}:canary-that-is-wrong`).toString('base64')}` };
  const basic = { authorization: `Basic ${Buffer.from(`${API_KEY.id}:${API_KEY.secret}`).toString('base64')}` };
  secrets.add('canary-that-is-wrong');
  const [stolen = ''] = [...secrets].filter((secret) => secret.startsWith('ey'));
  for (const [method, path, headers, body] of [
    ['POST', '/api/v1/tokens', wrong, '{}'],
    ['POST', '/api/v1/tokens', basic, `{"room":"${stolen}`],
    ['POST', '/api/v1/token-checks', {}, JSON.stringify({ token: `${stolen}x` })],
    ['GET', '/api/v1/rooms/r/participants', basic],
    ['GET', '/api/v1/rooms/r/timeline', basic],
    ['GET', '/api/v1/diagnostics', basic],
    ['GET', '/metrics', { authorization: 'Bearer canary-that-is-wrong' }],
    ['GET', '/metrics', { authorization: `Bearer ${environment.METRICS_TOKEN}` }],
    ['GET', '/socket.io/?EIO=4&transport=polling', {}],
  ] as const) {
    const response = await fetch(server.origin + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body }),
    });
    answers.push(
      `${method} ${path} ${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`,
    );
  }
  const processes = processList();
  await server.stop();

  for (const { heard } of pages) {
    for (const secret of heard.secrets) secrets.add(secret);
    answers.push(...(await Promise.all(heard.told.answers)));
    addresses.push(...heard.told.addresses);
    consoles.push(...heard.told.console);
  }
  // Two tokens, three of the configuration, one that is wrong, and for each page at least a resume key and a credential.
  expect(secrets.size).toBeGreaterThanOrEqual(10);
  expect(server.log.length).toBeGreaterThan(1000);
  expect(addresses.some((address) => address.startsWith('ws'))).toBe(true);
  const places = {
    log: server.log,
    addresses: addresses.join('\n'),
    processes,
    answers: answers.join('\n'),
    consoles: consoles.join('\n'),
  };
  for (const [place, text] of Object.entries(places))
    for (const secret of secrets) {
      // Of tokens and keys the last part alone is what makes them one.
      const part = secret.includes('.') ? secret.slice(secret.lastIndexOf('.') + 1) : secret;
      expect(text.includes(part), `${part.slice(0, 12)}… in ${place}`).toBe(false);
    }
});
