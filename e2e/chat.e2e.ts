import { expect, type Locator } from '@playwright/test';
import { pressInBar } from './rig/bar.js';
import type { Guest } from './rig/guest.js';
import { test } from './rig/test.js';

const button = ({ page }: Guest): Locator => page.locator('video-room [slot=chat] button');
const panel = ({ page }: Guest): Locator => page.locator('video-room vr-panel');
const log = (guest: Guest): Locator => panel(guest).getByRole('log');
const field = (guest: Guest): Locator => panel(guest).getByRole('textbox');

async function open(guest: Guest): Promise<void> {
  await pressInBar(button(guest));
  await expect(field(guest)).toBeFocused();
}

async function write(guest: Guest, text: string, to = 'Everyone'): Promise<void> {
  await panel(guest).getByRole('combobox').selectOption(to);
  await field(guest).fill(text);
  await field(guest).press('Enter');
  await expect(field(guest)).toHaveValue('');
}

/** Four whose pictures and sound nobody waits for. */
const WRITING = { attributes: { camera: 'off', microphone: 'off' } };

const messages = (guest: Guest): Promise<string[]> => log(guest).locator('p').allTextContents();

test('what is written is shown as text, with links that tell nothing of the page', async ({ enter }) => {
  const ann = await enter('Ann');
  const ben = await enter('Ben');
  await ann.expectPeople('Ann', 'Ben');
  await open(ann);
  await open(ben);
  const hostile = '<img src=x onerror="document.title=\'hit\'"> https://example.org/a?b=1.';
  await write(ann, hostile);
  await write(ann, '<script>document.title = "hit"</script> javascript:alert(1)');
  await expect(log(ben).locator('p')).toHaveCount(2);
  expect((await messages(ben))[0]).toBe(hostile);
  await expect(log(ben).locator('img, script')).toHaveCount(0);
  const links = log(ben).getByRole('link');
  await expect(links).toHaveCount(1);
  await expect(links).toHaveAttribute('href', 'https://example.org/a?b=1');
  await expect(links).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  await expect(links).toHaveAttribute('target', '_blank');
  expect(await ben.page.title()).not.toBe('hit');
});

test('a private message is seen by two people only, and a newcomer sees what was written to all', async ({ enter }) => {
  const ann = await enter('Ann', WRITING);
  const ben = await enter('Ben', WRITING);
  const chi = await enter('Chi', WRITING);
  for (const guest of [ann, ben, chi]) {
    await guest.expectPeople('Ann', 'Ben', 'Chi');
    await open(guest);
  }
  await write(ann, 'for all');
  await write(ann, 'for Ben', 'Ben');
  await write(ann, 'again for all');
  await expect.poll(() => messages(ann)).toEqual(['for all', 'for Ben', 'again for all']);
  await expect.poll(() => messages(ben)).toEqual(['for all', 'for Ben', 'again for all']);
  await expect(log(ben)).toContainText('to you alone');
  await expect.poll(() => messages(chi)).toEqual(['for all', 'again for all']);
  const dov = await enter('Dov', WRITING);
  await open(dov);
  await expect.poll(() => messages(dov)).toEqual(['for all', 'again for all']);
});

test('what is written while the chat is closed is counted until it is read', async ({ enter }) => {
  const ann = await enter('Ann');
  const ben = await enter('Ben');
  await ann.expectPeople('Ann', 'Ben');
  await expect(button(ben)).toHaveAccessibleName('Chat');
  await open(ann);
  await write(ann, 'one');
  await write(ann, 'two');
  await expect(button(ben)).toHaveAccessibleName('Chat, 2 new messages');
  await expect(button(ann)).toHaveAccessibleName('Chat');
  await open(ben);
  await expect(button(ben)).toHaveAccessibleName('Chat');
  await expect(panel(ben).getByText('New', { exact: true })).toBeVisible();
  await ben.page.keyboard.press('Escape');
  await expect(panel(ben)).toHaveCount(0);
  await expect(button(ben)).toBeFocused();
  await write(ann, 'three');
  await expect(button(ben)).toHaveAccessibleName('Chat, 1 new message');
});

test('who writes too much at once keeps the text and reads why', async ({ enter }) => {
  const ann = await enter('Ann');
  await open(ann);
  await field(ann).fill('one too many');
  // In one go: what may be written at once grows again with every second.
  await field(ann).evaluate((field) => {
    for (let index = 1; index <= 10; index += 1) document.querySelector('video-room')?.sendChat(`message ${index}`);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await expect(panel(ann).getByRole('status')).toContainText('Too many messages at once');
  await expect(field(ann)).toHaveValue('one too many');
  expect(await ann.errors()).toEqual(['rate-limited']);
  await expect.poll(() => messages(ann)).toHaveLength(10);
});
