/** A door that nothing keeps shut. */
import { defineCheck } from '@security-monkey/sdk';
import { door } from '../watcher.ts';

const gate = { id: 'D1', label: 'Main gate', region: 'north' };

export const unlocked = defineCheck({
  id: 'acme.door.unlocked',
  watcher: door,
  version: 1,
  score: 8,
  category: 'insecure-configuration',
  title: 'A door is not locked',
  why: 'Whoever comes by can enter.',
  fix: 'Have a lock fitted, and engage it.',
  links: ['https://inventory.acme.example/docs/locks'],
  frameworks: { 'acme-site-rules': ['2.1'] },
  messages: { 'no-lock': 'The door has no lock', open: 'The lock {model} is not engaged' },
  examples: {
    good: [{ name: 'engaged', config: { ...gate, lock: { model: 'bolt', engaged: true } } }],
    bad: [
      {
        name: 'without a lock',
        config: { ...gate, lock: null },
        reports: [{ message: 'no-lock', subject: {} }],
      },
      {
        name: 'not engaged',
        config: { ...gate, lock: { model: 'bolt', engaged: false } },
        reports: [{ message: 'open', subject: { model: 'bolt' } }],
      },
    ],
  },
  run: ({ config: { lock }, report }) => {
    if (!lock) {
      report('no-lock', { subject: {}, evidence: [{ path: '/lock', value: null }] });
      return;
    }
    if (lock.engaged) return;
    report('open', { subject: { model: lock.model }, evidence: [{ path: '/lock/engaged', value: false }] });
  },
});
