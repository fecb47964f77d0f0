/** A small faultless check, from which the tests of the kit derive broken ones. */
import { type CheckContext, defineCheck } from '../../../../../define/check.ts';
import { type Box, toyWatcher } from '../watcher.ts';

export type OpenContext = CheckContext<Box, 'open' | 'old'>;

const day = 86_400_000;

/** The rule itself: an open box nobody keeps is bad; so is one not looked into for ninety days. */
export function runOpen({ config, now, related, report, lookAgainAt }: OpenContext): void {
  if (config.Policy?.Open === true && related('keepers').isEmpty()) {
    report('open', { subject: { box: config.Name }, evidence: [{ path: '/Policy/Open', value: true }] });
  }
  const seen = Number(config['LastSeen']);
  if (seen + 90 * day > now) return lookAgainAt(seen + 90 * day);
  report('old', {
    subject: {},
    evidence: [{ path: '/LastSeen', value: seen }],
    details: { days: Math.floor((now - seen) / day) },
    score: 1,
  });
}

const now = 1_000 * day;
const fresh = { Id: 'b1', Name: 'crate', LastSeen: now - day };
const unkept = { keepers: { items: [], complete: true } };
const kept = { keepers: { items: [{ technology: 'toy.keeper', key: 'k1', value: {} }], complete: false } };

export const openBox = defineCheck({
  id: 'toy.box.open',
  watcher: toyWatcher,
  version: 1,
  score: 7,
  category: 'internet-accessible',
  title: 'Box stands open',
  why: 'Anyone can take from it.',
  fix: 'Close it.',
  links: ['https://toys.example/boxes'],
  frameworks: { 'cis-toy-1.0': ['1.2'] },
  messages: { open: '{box} is open', old: 'not looked into for {days} days' },
  needs: ['keepers'],
  examples: {
    good: [
      { name: 'closed', now, config: { ...fresh, Policy: { Open: false } }, related: unkept },
      { name: 'open and kept', now, config: { ...fresh, Policy: { Open: true } }, related: kept },
    ],
    bad: [
      {
        name: 'open',
        now,
        config: { ...fresh, Policy: { Open: true } },
        related: unkept,
        reports: [{ message: 'open', subject: { box: 'crate' } }],
      },
      {
        name: 'forgotten',
        now,
        config: { ...fresh, LastSeen: now - 100 * day },
        related: unkept,
        reports: [{ message: 'old', subject: {}, score: 1 }],
      },
    ],
  },
  run: runOpen,
});
