/** A guest who has a key to a door. */
import { defineCheck } from '@security-monkey/sdk';
import { door } from '../watcher.ts';

const config = { id: 'D1', label: 'Main gate', region: 'north', lock: { model: 'bolt', engaged: true } };
const holder = (key: string, kind: string) => ({ technology: 'acme.badge', key, value: { kind } });

export const keyOfGuest = defineCheck({
  id: 'acme.door.key-of-guest',
  watcher: door,
  version: 1,
  score: 5,
  category: 'unknown-access',
  title: 'A guest has a key',
  why: 'Guests come and go; a key that went with one of them opens the door for whoever has it now.',
  fix: 'Take the key back, or make the guest one of the staff.',
  links: ['https://inventory.acme.example/docs/keys'],
  frameworks: {},
  messages: { guest: 'The guest {badge} has a key' },
  needs: ['key-holders'],
  examples: {
    good: [
      {
        name: 'staff only',
        config,
        related: { 'key-holders': { items: [holder('B1', 'staff')], complete: true } },
      },
    ],
    bad: [
      {
        name: 'a guest among the staff',
        config,
        related: { 'key-holders': { items: [holder('B1', 'staff'), holder('B7', 'guest')], complete: true } },
        reports: [{ message: 'guest', subject: { badge: 'B7' } }],
      },
    ],
  },
  run: ({ related, report }) => {
    for (const { key, value } of related('key-holders').all()) {
      if (value['kind'] !== 'guest') continue;
      report('guest', { subject: { badge: key }, evidence: [{ path: '@key-holders', value: key }] });
    }
  },
});
