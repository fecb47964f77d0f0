/** A site with two pages of machines, for the tests of the watcher acme.machine. */
import type { Estate } from '@security-monkey/sdk/testing';

const image = { name: 'anvil-3', built: '2025-11-01T00:00:00Z' };
const first = { serial: 'M1', name: 'press', image, owner: 'wile', uptimeSeconds: 60 };
const second = { serial: 'M2', name: 'lathe', image, console: { user: 'root', password: 'beep-beep' } };

export const estate: Estate = {
  answers: {
    'acme:ListMachines': ({ page }) =>
      page === undefined ? { machines: [first], next: 2 } : { machines: [second], next: null },
  },
  listing: { operation: 'acme:ListMachines' },
  items: [
    {
      identity: 'M1',
      lineage: 'acme:S-17:north:machine/press',
      name: 'press',
      config: first,
      tags: { owner: 'wile' },
    },
    { identity: 'M2', lineage: 'acme:S-17:north:machine/lathe', name: 'lathe', config: second, tags: {} },
  ],
  place: { account: 'S-17', region: 'north' },
};
