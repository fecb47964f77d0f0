/** What a search of issues understands. */
import { categories } from '@security-monkey/sdk';
import { severityChoices } from './severity.ts';
import type { Vocabulary } from './vocabulary.ts';
import {
  accountKey,
  lineageKey,
  nameKey,
  networkKey,
  regionKey,
  tagKey,
  technologyKey,
} from './vocabulary-common.ts';

const states = {
  open: 'nobody has fixed or justified it',
  justified: 'someone has said why it is acceptable',
  fixed: 'no longer found; left out unless asked for',
  retired: 'its check was removed or switched off; left out unless asked for',
  frozen: 'its account or region is switched off',
};

export const issueVocabulary: Vocabulary = {
  subject: 'issues',
  words:
    "a whole word of the item's name, identity, ARN, tags or addresses, or the beginning of its name or of the check's id",
  keys: [
    accountKey,
    technologyKey,
    regionKey,
    nameKey,
    {
      key: 'id',
      type: 'id',
      description: "The issue's own id, or that of its item.",
      example: 'id:0192d3a0-0000-7000-8000-000000000001',
    },
    lineageKey,
    tagKey,
    { key: 'score', type: 'number', description: "The issue's score.", example: 'score>=5' },
    {
      key: 'severity',
      type: 'choice',
      description: 'The band of the score.',
      example: 'severity:high',
      choices: severityChoices,
    },
    {
      key: 'status',
      type: 'choice',
      description: 'Where the issue stands in its life.',
      example: 'status:open',
      choices: states,
    },
    {
      key: 'is',
      type: 'choice',
      description: 'The state of the issue.',
      example: 'is:justified',
      choices: { ...states, unverified: 'what it rests on could not be read since' },
    },
    { key: 'check', type: 'text', description: 'The check, by its id.', example: 'check:aws.s3-bucket.*' },
    {
      key: 'message',
      type: 'text',
      description: "The message's id within the check.",
      example: 'message:public',
    },
    {
      key: 'category',
      type: 'choice',
      description: 'What the check is about.',
      example: 'category:internet-accessible',
      choices: Object.fromEntries(categories.map((category) => [category, category.replaceAll('-', ' ')])),
    },
    {
      key: 'opened',
      type: 'time',
      description:
        'Since when the issue is there; of one that came back after it was fixed, since its return.',
      example: 'opened>7d',
    },
    {
      key: 'changed',
      type: 'time',
      description: 'When the issue last changed its state or evidence.',
      example: 'changed>2026-11-01',
    },
    networkKey,
  ],
};
