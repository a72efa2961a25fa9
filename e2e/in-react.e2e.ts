import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './rig/paths.js';
import { Guest } from './rig/guest.js';
import { expect, test } from './rig/test.js';

/** The sample as a bundler makes it, with the element and what it loads lazily inside. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, 'widget/samples/react.tsx')],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    target: 'es2022',
    write: false,
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

test('a React page passes properties, hears events and holds the element', async ({
  enter,
  openPage,
  room,
  server,
  site,
}) => {
  const ben = await enter('Ben', { colour: 'green' });
  await ben.expectState('joined');
  const page = await openPage('red');
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  site.add('/react.js', 'javascript', await bundled());
  site.add(
    '/react',
    'html',
    '<!doctype html><link rel="icon" href="data:,"><main></main><script type="module" src="/react.js"></script>',
  );
  const token = await server.token({ room, identity: 'ann', name: 'Ann' });
  await page.goto(`${site.origin}/react?${new URLSearchParams({ server: server.origin, token }).toString()}`);
  const ann = new Guest(page);
  await ann.expectPictures({ Ben: 'green' });
  await expect(page.locator('output')).toHaveText('Ben, Ann');
  await enter('Chi');
  await expect(page.locator('output')).toHaveText('Ben, Ann, Chi');
  await expect(page.getByText('Chi entered')).toBeAttached();

  const tag = page.locator('video-room.meeting');
  expect(await tag.evaluate((element) => 'uplinkBudget' in element && element.uplinkBudget)).toBe(5000);
  await expect(tag).not.toHaveAttribute('token');
  await page.getByRole('button', { name: 'Light' }).click();
  await expect(tag).toHaveAttribute('theme', 'light');
  await page.getByRole('button', { name: 'Go home' }).click();
  await ann.expectState('left');
  await ben.expectPeople('Ben', 'Chi');
  expect(faults).toEqual([]);
});
