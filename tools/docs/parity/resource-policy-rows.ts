/** What the original looked for in resource policies, on each technology that has one. */
import type { ParityRow } from './row.ts';
import { technologies } from './row.ts';

type Rule = Pick<ParityRow, 'method' | 'reported' | 'score' | 'category' | 'departure' | 'corrected'> & {
  readonly name: string;
  readonly message: string;
};

const rules: readonly Rule[] = [
  {
    method: 'check_internet_accessible',
    name: 'internet-accessible',
    message: 'granted',
    reported: 'a statement that lets anyone in',
    score: 10,
    category: 'internet-accessible',
    corrected:
      'every condition must hold, where the original took one open condition for an open statement; Denies count; all keys and operators are read',
  },
  {
    method: 'check_friendly_cross_account',
    name: 'friendly-account',
    message: 'granted',
    reported: 'another of our accounts is let in',
    score: 0,
    category: 'friendly-cross-account',
  },
  {
    method: 'check_thirdparty_cross_account',
    name: 'third-party-account',
    message: 'granted',
    reported: 'the account of a third party is let in',
    score: 0,
    category: 'third-party-cross-account',
  },
  {
    method: 'check_unknown_cross_account',
    name: 'unknown-access',
    message: 'granted',
    reported: 'somebody off record is let in, where the policy is not open to all',
    score: 10,
    category: 'unknown-access',
    departure:
      'statements are judged one by one: that one is open to all does not hide who else is let in by another',
  },
  {
    method: 'check_root_cross_account',
    name: 'cross-account-root',
    message: 'granted',
    reported: 'a whole foreign account is let in',
    score: 6,
    category: 'cross-account-root',
  },
  {
    method: 'inspect_entity (beside the others)',
    name: 'malformed',
    message: 'unreadable',
    reported: 'a principal that cannot be read',
    score: 3,
    category: 'parse-error',
    departure:
      'ids of deleted users and federated principals are read as what they are; statements that cannot be read are told too',
  },
];

type Target = { readonly index: string; readonly name: 'policy' | 'trust'; readonly corrected?: string };

const targets: readonly Target[] = [
  { index: 's3', name: 'policy' },
  {
    index: 'sqs',
    name: 'policy',
    corrected: 'the original looked where the policy never was, and found nothing',
  },
  { index: 'sns', name: 'policy' },
  { index: 'kms', name: 'policy' },
  {
    index: 'lambda',
    name: 'policy',
    corrected: 'policies of aliases and versions are judged, which the original never reached',
  },
  { index: 'iamrole', name: 'trust' },
];

export const resourcePolicyRows: readonly ParityRow[] = targets.flatMap((target) =>
  rules.map(({ name, message, ...rule }) => {
    const corrected = [rule.corrected, target.corrected].filter((text) => text !== undefined);
    return {
      ...rule,
      index: target.index,
      ours: [{ check: `${technologies[target.index]}.${target.name}-${name}`, message }],
      ...(corrected.length > 0 && { corrected: corrected.join('; ') }),
    };
  }),
);
