/** The values of a type that is a choice of words: of `'on' | 'off'` they are `on` and `off`. Of any other type, none. */
export function choicesOf(type = ''): string[] {
  const members = type.split('|').map((member) => /^\s*'([^']*)'\s*$/.exec(member)?.[1]);
  return members.every((member) => member !== undefined) ? members : [];
}
