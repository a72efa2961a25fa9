import { describe, expect, it } from '@jest/globals';
import { watchPage } from './page-watch.js';

function watched(type: string | undefined) {
  const connection = Object.assign(new EventTarget(), { type });
  const seen: string[] = [];
  const page = Object.assign(new EventTarget(), { navigator: { connection } });
  const note = (what: string) => () => void seen.push(what);
  watchPage(page, new AbortController().signal, {
    lost: note('lost'),
    returned: note('returned'),
    seen: note('seen'),
  });
  const change = (to: string | undefined) => {
    connection.type = to;
    connection.dispatchEvent(new Event('change'));
  };
  return { seen, change };
}

describe('what a page says of its network', () => {
  it.each(['wifi', undefined])('is nothing when only its speed is estimated anew (%s)', (type) => {
    const { seen, change } = watched(type);
    change(type);
    change(type);
    expect(seen).toEqual([]);
  });

  it('is that it is another one when its kind is', () => {
    const { seen, change } = watched('wifi');
    change('cellular');
    change('cellular');
    change('wifi');
    expect(seen).toEqual(['returned', 'returned']);
  });
});
