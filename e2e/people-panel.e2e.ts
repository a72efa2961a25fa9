import { pressInBar } from './rig/bar.js';
import { expect, test } from './rig/test.js';
import type { Guest } from './rig/guest.js';

const press = ({ page }: Guest, name: string) => pressInBar(page.getByRole('button', { name, exact: true }));

/** The row of that person in the list, which is opened first. */
async function rowOf(guest: Guest, name: string) {
  const list = guest.page.getByRole('list', { name: 'People in the room' });
  if (!(await list.isVisible())) await press(guest, 'People');
  return list.getByRole('listitem').filter({ hasText: name });
}

async function choose(guest: Guest, name: string, act: string): Promise<void> {
  const row = await rowOf(guest, name);
  await row.getByRole('button', { name: `What to do with ${name}` }).click();
  await guest.page.getByRole('menuitem', { name: act, exact: true }).click();
}

/** What is said of raised hands on the tiles, by name. */
const handsOnTiles = ({ page }: Guest) =>
  page.evaluate(() => {
    const stage = document.querySelector('video-room')?.shadowRoot?.querySelector('vr-stage');
    return [...(stage?.shadowRoot?.querySelectorAll('vr-tile') ?? [])].flatMap((tile) => {
      const hand = tile.shadowRoot?.querySelector('vr-marks')?.shadowRoot?.querySelector('[part=hand]');
      const name = tile.shadowRoot?.querySelector('[part~="name-tag"] b')?.textContent;
      return hand ? [`${name}: ${hand.ariaLabel}`] : [];
    });
  });

const namesInList = ({ page }: Guest) => page.locator('[part=person-name]').allTextContents();

test('somebody is muted out of the list, asked to unmute, says yes, and is heard', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red', role: 'moderator' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await expect.poll(() => ann.energyDuring(0.5)).toBeGreaterThan(0);
  await choose(ann, 'Ben', 'Mute');
  await expect.poll(() => ben.microphone()).toBe('off');
  await expect.poll(() => ann.hears('Ben')).toBe(false);
  await expect(ben.page.getByText('Ann muted you').first()).toBeVisible();
  await choose(ann, 'Ben', 'Ask to unmute');
  const asked = ben.page.getByRole('dialog', { name: 'Ann asks you to unmute' });
  await expect(asked).toBeVisible();
  expect(await ben.microphone()).toBe('off');
  await asked.getByRole('button', { name: 'Stay muted' }).click();
  await expect(asked).toBeHidden();
  expect(await ben.microphone()).toBe('off');
  await choose(ann, 'Ben', 'Ask to unmute');
  await asked.getByRole('button', { name: 'Unmute' }).click();
  await expect.poll(() => ben.microphone()).toBe('on');
  await expect.poll(() => ann.hears('Ben')).toBe(true);
  await expect.poll(() => ann.energyDuring(0.5)).toBeGreaterThan(0);
});

test('hands stand in the order in which they went up, on tiles and in the list', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red', role: 'moderator' });
  const ben = await enter('Ben', { colour: 'green' });
  const chi = await enter('Chi', { colour: 'blue' });
  await ann.expectPictures({ Ben: 'green', Chi: 'blue' });
  await press(chi, 'Raise hand');
  await expect.poll(() => handsOnTiles(ann)).toEqual(['Chi: Hand raised']);
  await press(ben, 'Raise hand');
  for (const guest of [ann, ben, chi]) {
    await expect
      .poll(async () => (await handsOnTiles(guest)).sort())
      .toEqual(['Ben: Hand raised, 2 of 2', 'Chi: Hand raised, 1 of 2']);
  }
  await rowOf(ann, 'Ben');
  await expect.poll(() => namesInList(ann)).toEqual(['Ann', 'Chi', 'Ben']);
  await choose(ann, 'Chi', 'Lower hand');
  await expect.poll(() => handsOnTiles(ann)).toEqual(['Ben: Hand raised']);
  await expect.poll(() => namesInList(ann)).toEqual(['Ann', 'Ben', 'Chi']);
  await expect(chi.page.getByText('Your hand was lowered').first()).toBeVisible();
});

test('a reaction floats up from the tile of whoever reacts', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await press(ben, 'React');
  await ben.page.getByRole('button', { name: 'Celebrating' }).click();
  const tile = ann.page.getByRole('group', { name: /^Ben/ });
  await expect(tile.getByText('🎉')).toBeVisible();
  await expect(tile.getByText('🎉')).toHaveCount(0);
});

test('somebody who is removed out of the list is gone, and its token opens nothing', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red', role: 'moderator' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPeople('Ann', 'Ben');
  await choose(ann, 'Ben', 'Remove');
  const question = ann.page.getByRole('alertdialog', { name: 'Remove Ben?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await ann.expectPeople('Ann', 'Ben');
  await choose(ann, 'Ben', 'Remove');
  await question.getByRole('button', { name: 'Remove' }).click();
  await ben.expectState('left');
  await ann.expectPeople('Ann');
  await expect.poll(() => namesInList(ann)).toEqual(['Ann']);
  await ben.page.reload();
  await ben.expectState('failed');
  expect(await ben.page.evaluate(() => document.querySelector('video-room')?.error?.code)).toBe('removed');
});

test('a room is locked, unlocked and ended out of the list', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red', role: 'moderator' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPeople('Ann', 'Ben');
  await rowOf(ann, 'Ben');
  const lock = ann.page.getByRole('switch', { name: 'Lock the room' });
  await lock.click();
  await expect(lock).toBeChecked();
  const chi = await enter('Chi', { colour: 'blue' });
  await chi.expectState('failed');
  await lock.click();
  await expect(lock).not.toBeChecked();
  await chi.page.reload();
  await ann.expectPeople('Ann', 'Ben', 'Chi');
  await ann.page.getByRole('button', { name: 'End for all' }).click();
  const question = ann.page.getByRole('alertdialog', { name: 'End the call for all?' });
  await question.getByRole('button', { name: 'End for all' }).click();
  for (const guest of [ann, ben, chi]) await guest.expectState('left');
});

test('who knocks is let in out of the list, and nobody else is offered to moderate', async ({ enter }) => {
  const settings = { access: 'knock' as const };
  const ann = await enter('Ann', { colour: 'red', role: 'moderator', settings });
  await ann.expectState('joined');
  const ben = await enter('Ben', { colour: 'green', settings });
  await ann.expectCalls('knock ben ringing');
  await press(ann, 'People');
  await expect(ann.page.getByRole('dialog'), 'once is enough').toHaveCount(0);
  const waiting = ann.page.getByRole('region', { name: 'Waiting to come in' });
  await waiting.getByRole('button', { name: 'Let in Ben' }).click();
  await ben.expectPictures({ Ann: 'red' });
  await expect(waiting).toBeHidden();
  const row = await rowOf(ben, 'Ann');
  await row.getByRole('button', { name: 'What to do with Ann' }).click();
  await expect(ben.page.getByRole('menuitem', { name: 'Volume' })).toBeVisible();
  await expect(ben.page.getByRole('menuitem', { name: 'Remove' })).toHaveCount(0);
  await expect(ben.page.getByRole('switch', { name: 'Lock the room' })).toHaveCount(0);
});

test('a word is written to one person alone, out of the list', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  const chi = await enter('Chi', { colour: 'blue' });
  await ann.expectPeople('Ann', 'Ben', 'Chi');
  await choose(ann, 'Ben', 'Write a message');
  await expect(ann.page.getByRole('textbox', { name: 'Message Ben alone' })).toBeFocused();
  await ann.page.keyboard.type('Only you');
  await ann.page.keyboard.press('Enter');
  await ben.expectMessages('Ann: Only you');
  await ben.page.evaluate(() => document.querySelector('video-room')?.sendChat('For all'));
  await chi.expectMessages('Ben: For all');
});
