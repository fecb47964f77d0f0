/** Topics without a policy, or with one that says nothing. */
import { defineCheck, type JsonObject } from '@security-monkey/sdk';
import { topic } from '../example.ts';
import { snsTopic } from '../watcher.ts';

const statement = { Effect: 'Deny', Principal: '*', Action: ['sns:Publish'], Resource: ['*'] };

export const policyEmpty = defineCheck({
  id: 'aws.sns-topic.policy-empty',
  watcher: snsTopic,
  version: 1,
  score: 1,
  category: 'informational',
  title: 'The topic has no policy',
  why: 'SNS gives every new topic a policy for its own account. Where it is empty, somebody has taken it away: services that publish, such as alarms, may have lost their right.',
  fix: 'Write a policy that names who may publish and subscribe.',
  links: ['https://docs.aws.amazon.com/sns/latest/dg/sns-overview-of-managing-access.html'],
  frameworks: {},
  messages: { empty: 'The policy has no statement' },
  examples: {
    good: [
      {
        name: 'a policy with one statement, though it only denies',
        config: topic({ Version: '2012-10-17', Statement: [statement] }),
      },
    ],
    bad: [
      emptied('no policy', null),
      emptied('a policy without members', {}),
      emptied('a policy without statements', { Version: '2012-10-17', Statement: [] }),
    ],
  },
  run: ({ config, report }) => {
    const policy = config.Attributes?.Policy;
    const statements = policy?.['Statement'] ?? [];
    if (!Array.isArray(statements) || statements.length > 0) return;
    report('empty', {
      subject: { part: 'policy' },
      // What a loose schema has parsed is the JSON it was given.
      evidence: [{ path: '/Attributes/Policy', value: (policy as JsonObject | undefined) ?? null }],
    });
  },
});

function emptied(name: string, policy: JsonObject | null) {
  return {
    name,
    config: topic(policy),
    reports: [{ message: 'empty' as const, subject: { part: 'policy' } }],
  };
}
