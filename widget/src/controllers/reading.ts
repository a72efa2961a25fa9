/** Takes plain data of unknown origin apart, field by field: what is not as it should be is refused, with where it stands. */

/** @param at where the value stands, as `entries[3].time`. Throws `Unreadable`. */
export type Read<Value> = (value: unknown, at: string) => Value;

export class Unreadable extends Error {
  /** @param at where the first fault stands. */
  constructor(readonly at: string) {
    super(`Not as it should be: ${at}`);
  }
}

const demand: (fine: boolean, at: string) => asserts fine = (fine, at) => {
  if (!fine) throw new Unreadable(at);
};

export const text =
  (most = 1_000): Read<string> =>
  (value, at) => {
    demand(typeof value === 'string' && value.length <= most, at);
    return value;
  };

export const number: Read<number> = (value, at) => {
  demand(typeof value === 'number' && Number.isFinite(value), at);
  return value;
};

export const truth: Read<boolean> = (value, at) => {
  demand(typeof value === 'boolean', at);
  return value;
};

export const oneOf =
  <Value extends string>(known: readonly Value[]): Read<Value> =>
  (value, at) => {
    const found = known.find((each) => each === value);
    demand(found !== undefined, at);
    return found;
  };

/** May be left out. */
export const maybe =
  <Value>(read: Read<Value>): Read<Value | undefined> =>
  (value, at) =>
    value === undefined || value === null ? undefined : read(value, at);

export const listOf =
  <Value>(read: Read<Value>, most: number): Read<Value[]> =>
  (value, at) => {
    demand(Array.isArray(value) && value.length <= most, at);
    return value.map((each, index) => read(each, `${at}[${index}]`));
  };

export const mapOf =
  <Value>(read: Read<Value>, most: number): Read<Map<string, Value>> =>
  (value, at) => {
    const fields = Object.entries(objectIn(value, at));
    demand(fields.length <= most, at);
    return new Map(fields.map(([name, each]) => [text()(name, at), read(each, `${at}.${name.slice(0, 40)}`)]));
  };

/** Only the fields that are asked for; one that is left out is not there. */
export const fields =
  <Value extends object>(reads: { readonly [Name in keyof Value]-?: Read<Value[Name]> }): Read<Value> =>
  (value, at) => {
    const given = objectIn(value, at);
    const names = Object.keys(reads) as (keyof Value & string)[];
    const taken = names.map((name) => [name, reads[name](own(given, name), `${at}.${name}`)] as const);
    return Object.fromEntries(taken.filter(([, each]) => each !== undefined)) as Value;
  };

/** Any data, as a copy, that is not nested too deeply to be shown. */
export const plain =
  (most: number): Read<unknown> =>
  (value, at) => {
    if (typeof value !== 'object' || value === null) return value;
    demand(most > 0, at);
    const inner = plain(most - 1);
    if (Array.isArray(value)) return value.map((each) => inner(each, at));
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inner(each, at)]));
  };

export const objectOf =
  (most: number): Read<Record<string, unknown>> =>
  (value, at) =>
    plain(most)(objectIn(value, at), at) as Record<string, unknown>;

function objectIn(value: unknown, at: string): Record<string, unknown> {
  demand(typeof value === 'object' && value !== null && !Array.isArray(value), at);
  return value as Record<string, unknown>;
}

const own = (object: Record<string, unknown>, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;
