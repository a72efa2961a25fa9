/** All checks for one setup: those of the server and those of the command line are the same. */
import type { ServerSetup } from '../server-setup.js';
import { networkAddresses } from '../startup/addresses.js';
import { configurationFindings, type Surroundings } from './configuration-findings.js';
import type { Check } from './examination.js';
import { publicAddressCheck } from './public-address-check.js';
import { relayChecks } from './relay-checks.js';
import { systemChecks } from './system-checks.js';

export interface CheckOptions {
  /** PEM certificates to trust besides those Node does. */
  ca?: string;
}

export const surroundings = (): Surroundings => ({
  addresses: networkAddresses(),
  variables: Object.keys(process.env).filter((name) => process.env[name]?.trim()),
  now: Date.now(),
});

export const checksFor = (setup: ServerSetup, { ca }: CheckOptions = {}): Check[] => [
  { id: 'configuration', run: () => configurationFindings(setup, surroundings()) },
  ...relayChecks(setup.ice, ca),
  publicAddressCheck(setup.publicUrl, ca),
  ...systemChecks(setup.rooms.capacity),
];
