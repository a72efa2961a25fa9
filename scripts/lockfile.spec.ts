/**
 * What is installed with Video Room, as package-lock.json says it: nothing older than the versions in which known faults are mended,
 * nothing that is not proven by its hash, nothing that comes from elsewhere than the registry, and no program that runs meanwhile.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Package {
  version: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  devOptional?: boolean;
  peer?: boolean;
  hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
/** What a server runs and a page loads; the rest is for those who change Video Room. */
const shipped = packages.filter(([, { dev, devOptional, peer }]) => !dev && !devOptional && !peer);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const numbersOf = (version: string): number[] => version.split('-')[0]!.split('.').map(Number);

function isAtLeast(version: string, floor: string): boolean {
  const [have, need] = [numbersOf(version), numbersOf(floor)];
  const differs = need.findIndex((number, index) => number !== have[index]);
  return differs < 0 || have[differs]! > need[differs]!;
}

/** The first versions without the faults that were known on 29 November 2026, of what strangers' bytes reach. */
const FLOORS: Record<string, string> = {
  ws: '8.21.0',
  'engine.io': '6.6.9',
  'engine.io-parser': '5.2.3',
  'socket.io': '4.8.3',
  'socket.io-parser': '4.2.6',
  'body-parser': '2.2.1',
  cookie: '0.7.0',
  express: '5.2.0',
  'js-yaml': '4.1.1',
  multer: '2.0.2',
  'path-to-regexp': '8.4.0',
  qs: '6.14.1',
  send: '1.1.0',
  'serve-static': '2.1.0',
};

describe('what is installed', () => {
  it.each(Object.entries(FLOORS))('%s is at least %s', (name, floor) => {
    const found = shipped.filter(([path]) => nameOf(path) === name);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(([, { version }]) => !isAtLeast(version, floor))).toEqual([]);
  });

  it('is proven by its hash, each of it', () => {
    expect(packages.length).toBeGreaterThan(500);
    expect(packages.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
  });

  it('comes from the registry that npm is set to, nowhere else', () => {
    expect(packages.filter(([, { resolved, link }]) => resolved !== undefined || link).map(([path]) => path)).toEqual(
      [],
    );
  });

  it('runs nothing meanwhile', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
    const running = shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    // It would tell its makers that it was installed; nothing of it is used, and so it does not run.
    expect(running).toEqual(['@scarf/scarf']);
  });
});

it('versions are compared by their numbers', () => {
  expect(isAtLeast('8.21.0', '8.21.0')).toBe(true);
  expect(isAtLeast('8.3.9', '8.21.0')).toBe(false);
  expect(isAtLeast('10.0.0', '9.9.9')).toBe(true);
  expect(isAtLeast('4.2.7', '4.2.6')).toBe(true);
});
