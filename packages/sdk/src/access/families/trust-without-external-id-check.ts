/** The check for roles that outsiders may take on without proof of on whose behalf. */
import type { z } from 'zod';
import { defineCheck } from '../../define/check.ts';
import type { JsonObject } from '../../json/value.ts';
import { explainGrant } from '../explain/explain-grant.ts';
import type { Principal } from '../policy/parse-principal.ts';
import { isUnprotected } from '../trust/judge-trust-policy.ts';
import { isVouchedByDenial } from '../trust/vouching-denial.ts';
import { grantEvidence } from './grant-evidence.ts';
import { owned, policyWith } from './policy-examples.ts';
import type { PolicyTarget } from './policy-target.ts';
import { readTarget } from './read-target.ts';

/** A check that reports every account, not ours, that may take on the role with neither an external id nor a second factor. */
export function trustWithoutExternalIdCheck<Schema extends z.ZodType>(target: PolicyTarget<Schema>) {
  const { watcher, name, link } = target;
  return defineCheck({
    id: `${watcher.id}.${name}-without-external-id`,
    watcher,
    version: 1,
    score: 3,
    category: 'insecure-configuration',
    title: 'Another party may take on the role without an external id',
    why: 'A party that works for many customers takes on a role in each of their accounts. Whoever tells it the ARN of this role can have it work here: the external id is what tells the customers apart.',
    fix: 'Ask the party for the external id that it uses for you, and demand it by a condition on sts:ExternalId. People should need a second factor instead.',
    links: [link, 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
    frameworks: {},
    messages: { unprotected: '{account} may take on the role without an external id' },
    examples: examples(target),
    run: (context) => {
      const reading = readTarget(target, context);
      if (reading === undefined) return;
      const { grants, around, document: policy, written: document } = reading;
      if (isVouchedByDenial(policy)) return;
      const unprotected = grants.filter(
        // An external id is no secret: it would not help where everybody is let in.
        (grant) => isUnprotected(grant, around) && !explainGrant(grant, around).isPublic,
      );
      const byAccount = Map.groupBy(unprotected, ({ principal }) => accountOf(principal));
      for (const [account, found] of byAccount)
        context.report('unprotected', {
          subject: { account },
          evidence: grantEvidence(found, { path: target.path, document }),
        });
    },
  });
}

/** Of everyone whom a condition holds to an account or organisation, the star. */
function accountOf(principal: Principal): string {
  return 'account' in principal && principal.account !== undefined ? principal.account : '*';
}

const [ours, sister, vendor, stranger] = ['111122223333', '222233334444', '333344445555', '999988887777'];

function examples<Schema extends z.ZodType>(target: PolicyTarget<Schema>) {
  const item = (name: string, account: string, Condition?: JsonObject) => ({
    name,
    ...owned,
    ...target.example(
      policyWith(target, {
        Principal: { AWS: [`arn:aws:iam::${account}:root`] },
        ...(Condition !== undefined && { Condition }),
      }),
    ),
  });
  const reports = (account: string) => [{ message: 'unprotected' as const, subject: { account } }];
  return {
    good: [
      item('the own account', ours),
      item('another account of ours', sister),
      item('a third party with an external id', vendor, { StringEquals: { 'sts:externalid': ['7f3c'] } }),
      item('a third party with a second factor', vendor, {
        Bool: { 'aws:multifactorauthpresent': ['true'] },
      }),
    ],
    bad: [
      { ...item('a third party', vendor), reports: reports(vendor) },
      {
        ...item('an account off record, with an external id that anything fits', stranger, {
          StringLike: { 'sts:externalid': ['*'] },
        }),
        reports: reports(stranger),
      },
    ],
  };
}
