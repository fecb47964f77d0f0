/** A site with two pages of doors, for the tests of the watcher acme.door. */
import { type Estate, providerError } from '@security-monkey/sdk/testing';

const lock = { model: 'bolt', engaged: true };
const gate = { id: 'D1', label: 'Main gate', region: 'north' };
const hatch = { id: 'D2', label: 'Roof hatch', region: 'south' };

export const estate: Estate = {
  answers: {
    'acme:ListDoors': ({ page }) =>
      page === undefined ? { doors: [gate], next: 2 } : { doors: [hatch], next: null },
    'acme:GetLock': ({ door }) => {
      if (door !== 'D1') throw providerError('no_lock');
      return lock;
    },
    'acme:ListKeyHolders': ({ door }) => ({ holders: door === 'D1' ? [{ badge: 'B7', kind: 'guest' }] : [] }),
  },
  listing: { operation: 'acme:ListDoors' },
  items: [
    {
      identity: 'D1',
      lineage: 'acme:S-17::door/D1',
      name: 'Main gate',
      region: 'north',
      config: { ...gate, lock },
      relations: [{ name: 'key-holders', technology: 'acme.badge', key: 'B7', value: { kind: 'guest' } }],
    },
    {
      identity: 'D2',
      lineage: 'acme:S-17::door/D2',
      name: 'Roof hatch',
      region: 'south',
      config: { ...hatch, lock: null },
    },
  ],
  place: { account: 'S-17', region: 'north' },
};
