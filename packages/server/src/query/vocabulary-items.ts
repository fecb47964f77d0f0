/** What a search of items understands. */
import { severityChoices } from './severity.ts';
import type { QueryKey, Vocabulary } from './vocabulary.ts';
import {
  accountKey,
  actorKey,
  lineageKey,
  nameKey,
  networkKey,
  regionKey,
  tagKey,
  technologyKey,
} from './vocabulary-common.ts';

const id: QueryKey = {
  key: 'id',
  type: 'id',
  description: "The item's own id in Security Monkey.",
  example: 'id:0192d3a0-0000-7000-8000-000000000001',
};

const firstSeen: QueryKey = {
  key: 'first-seen',
  type: 'time',
  description: 'When the item was first recorded.',
  example: 'first-seen>7d',
  aliases: ['firstseen', 'created'],
};

const changed: QueryKey = {
  key: 'changed',
  type: 'time',
  description: 'When the configuration last changed.',
  example: 'changed>2026-11-01',
};

const words =
  'a whole word of the name, identity, ARN, tags or addresses, or the beginning of the name; with stars, the whole name';

export const itemVocabulary: Vocabulary = {
  subject: 'items',
  words,
  keys: [
    accountKey,
    technologyKey,
    regionKey,
    nameKey,
    id,
    lineageKey,
    tagKey,
    {
      key: 'score',
      type: 'number',
      description: 'The sum of the scores of the open issues.',
      example: 'score>=5',
    },
    {
      key: 'severity',
      type: 'choice',
      description: 'Has an open issue of that severity.',
      example: 'severity:high',
      choices: severityChoices,
    },
    {
      key: 'is',
      type: 'choice',
      description: 'The state of the item or of its issues.',
      example: 'is:unverified',
      choices: {
        active: 'seen by the last listing of its scope',
        unverified:
          'the last listing of its scope failed, or lacked it without anyone confirming that it is gone',
        frozen: 'its account or region is switched off',
        deleted: 'gone; left out unless asked for',
        open: 'has open issues',
        justified: 'has justified issues',
        fixed: 'has fixed issues',
        ignored: 'covered by the ignore list: recorded, not judged',
        unknown: 'has checks that could not be decided',
        unreadable: 'has parts that could not be read',
      },
    },
    changed,
    firstSeen,
    networkKey,
    actorKey,
    {
      key: 'check',
      type: 'text',
      description: 'Has an open or justified issue of that check.',
      example: 'check:aws.s3-bucket.*',
    },
  ],
};

const presentOnly = 'is known for the present only';

/** For `--as-of`: what is recorded for every moment of the past. */
export const pastItemVocabulary: Vocabulary = {
  subject: 'items of the past',
  words:
    'a whole word or the beginning of the name, or the whole identity or ARN; with stars, the whole name',
  keys: [
    accountKey,
    technologyKey,
    regionKey,
    nameKey,
    id,
    lineageKey,
    {
      key: 'is',
      type: 'choice',
      description: 'The state of the item at that time.',
      example: 'is:deleted',
      choices: { active: 'there at that time', deleted: 'gone by that time; left out unless asked for' },
    },
    changed,
    firstSeen,
    actorKey,
  ],
  unavailable: {
    tag: presentOnly,
    score: presentOnly,
    severity: presentOnly,
    cidr: presentOnly,
    check: presentOnly,
  },
};
