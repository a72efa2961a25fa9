import { Guest } from './rig/guest.js';
import { test } from './rig/test.js';

test('people see each other where the server names STUN servers, also such as do not answer', async ({
  startOwn,
  openPage,
}) => {
  const { server, site } = await startOwn({ STUN_URLS: 'stun:127.0.0.1:9' });
  const enter = async (name: string, colour: 'red' | 'green') => {
    const page = await openPage(colour);
    await page.goto(site.url({ token: await server.token({ room: 'r', identity: name.toLowerCase(), name }) }));
    return new Guest(page);
  };
  const ann = await enter('Ann', 'red');
  const ben = await enter('Ben', 'green');
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
});
