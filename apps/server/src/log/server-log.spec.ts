import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { createServerLog } from './server-log.js';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl';
const SDP = 'v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\na=ice-pwd:canary\r\n';

function logged(write: (log: ReturnType<typeof createServerLog>) => void): string {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  write(createServerLog('debug', sink));
  return lines.join('');
}

describe('the log', () => {
  it.each<[string, unknown]>([
    ['a token field', { token: 'canary' }],
    ['a token in a text', { text: `got ${TOKEN} from there` }],
    ['a resume key', { ready: { resumeKey: 'canary' } }],
    ['a credential', { iceServers: [{ credential: 'canary' }] }],
    ['an API secret', { key: { id: 'a', secret: 'canary' } }],
    ['an authorization header', { headers: { authorization: 'canary' } }],
    ['an authorization in a text', { text: 'Basic Y2FuYXJ5OmNhbmFyeQ==' }],
    ['a description', { signal: { sdp: 'canary' } }],
    ['a description in a text', { text: `failed at ${SDP}` }],
    ['a candidate', { candidate: { candidate: 'canary' } }],
    ['an error', { err: new Error(`cannot parse ${SDP} of ${TOKEN}`, { cause: new Error(TOKEN) }) }],
    ['something nested in a list', [[{ password: 'canary' }]]],
  ])('masks %s', (_, value) => {
    const text = logged((log) => {
      log.info({ value }, 'something');
      log.error(value as object, 'something');
    });
    expect(text).toContain('something');
    expect(text).not.toMatch(/canary|eyJ|Y2FuYXJ5|192\.0\.2\.1/);
  });

  it('masks the message itself', () => {
    expect(logged((log) => log.warn(`${TOKEN} ${SDP}`))).not.toMatch(/canary|eyJ/);
  });

  it.each([
    ['a line of its own', 'x\r\n{"level":"error","msg":"forged"}'],
    ['colours of the terminal', '\u001b[31mforged\u001b[0m'],
    ['its title', '\u001b]0;forged\u0007'],
    ['the same in one character', '\u009b31mforged'],
    ['a line to readers of JavaScript', 'x\u2028forged\u2029'],
    ['another direction', '\u202Edegrof\u202C \u2066x\u2069'],
    ['what was there before', 'x\b\b\u007fforged'],
  ])('lets nobody write %s', (_, text) => {
    const written = logged((log) => log.warn({ name: text, [text]: [{ [text]: text }], err: new Error(text) }, text));
    expect(written.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(written)).toMatchObject({ level: 'warn' });
    expect(written.trimEnd()).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
  });

  it('survives an object that holds itself', () => {
    const loop: Record<string, unknown> = { token: 'canary' };
    loop.self = loop;
    expect(logged((log) => log.info({ loop }, 'around'))).toMatch(/^(?!.*canary).*around/);
  });

  it('keeps what is needed', () => {
    const line = logged((log) => log.error({ participant: 'p1', err: new Error('broken') }, 'it failed'));
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      participant: 'p1',
      msg: 'it failed',
      err: { message: 'broken', stack: expect.stringContaining('Error: broken') },
    });
  });
});
