/** The check for roles that identities of a provider may take on, whoever they are. */
import type { z } from 'zod';
import { defineCheck } from '../../define/check.ts';
import type { JsonObject } from '../../json/value.ts';
import { explainGrant } from '../explain/explain-grant.ts';
import { issuerOf, isUnrestrictedWebIdentity } from '../trust/web-identity.ts';
import { grantEvidence } from './grant-evidence.ts';
import { owned, policyWith } from './policy-examples.ts';
import type { PolicyTarget } from './policy-target.ts';
import { readTarget } from './read-target.ts';

const github = 'token.actions.githubusercontent.com';
const cognito = 'cognito-identity.amazonaws.com';
const pool = 'eu-west-1:0f3c8a52-8d0b-4b1e-9d55-2b7f6a1c9e00';

/** A check that reports every provider of many owners whose identities the trust policy lets in without saying whose they are. */
export function trustOpenFederationCheck<Schema extends z.ZodType>(target: PolicyTarget<Schema>) {
  const { watcher, name, link } = target;
  return defineCheck({
    id: `${watcher.id}.${name}-open-federation`,
    watcher,
    version: 1,
    score: 9,
    category: 'unknown-access',
    title: 'The trust policy lets in whoever has signed up with an identity provider',
    why: 'The provider vouches for everybody who uses it. Where no condition fixes the organisation, repository or user, anyone can make an identity of their own there and take on the role.',
    fix: 'Add a condition on the claim that names the owner: sub for GitHub and GitLab, aud and amr for Cognito, without a wildcard before or in the owner’s name.',
    links: [link, 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html'],
    frameworks: {},
    messages: { open: 'Whoever has an identity at {provider} may take on the role' },
    examples: examples(target),
    run: (context) => {
      const reading = readTarget(target, context);
      if (reading === undefined) return;
      const { grants, around, written: document } = reading;
      const open = grants.filter(
        // Everybody at once is told of as open to the internet.
        (grant) => isUnrestrictedWebIdentity(grant) && !explainGrant(grant, around).isPublic,
      );
      const byProvider = Map.groupBy(open, ({ principal }) => issuerOf(principal));
      for (const [provider, found] of byProvider)
        context.report('open', {
          subject: { provider },
          evidence: grantEvidence(found, { path: target.path, document }),
        });
    },
  });
}

function examples<Schema extends z.ZodType>(target: PolicyTarget<Schema>) {
  const item = (name: string, host: string, Condition: JsonObject) => {
    const provider = host === cognito ? host : `arn:aws:iam::111122223333:oidc-provider/${host}`;
    const parts = {
      Action: ['sts:AssumeRoleWithWebIdentity'],
      Principal: { Federated: [provider] },
      Condition,
    };
    return { name, ...owned, ...target.example(policyWith(target, parts)) };
  };
  const reports = (provider: string) => [{ message: 'open' as const, subject: { provider } }];
  return {
    good: [
      item('repositories of one organisation on GitHub', github, {
        StringLike: { [`${github}:sub`]: ['repo:acme/*'] },
      }),
      item('a provider of our own', 'login.acme.example', {}),
      item('users of a pool who have signed in', cognito, {
        StringEquals: { [`${cognito}:aud`]: [pool] },
        'ForAnyValue:StringLike': { [`${cognito}:amr`]: ['authenticated'] },
      }),
    ],
    bad: [
      {
        ...item('GitHub without a subject', github, {
          StringEquals: { [`${github}:aud`]: ['sts.amazonaws.com'] },
        }),
        reports: reports(github),
      },
      {
        ...item('every repository on GitHub', github, { StringLike: { [`${github}:sub`]: ['repo:*'] } }),
        reports: reports(github),
      },
      {
        ...item('guests of a pool', cognito, { StringEquals: { [`${cognito}:aud`]: [pool] } }),
        reports: reports(cognito),
      },
    ],
  };
}
