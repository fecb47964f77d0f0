/** Checks of whom a resource policy lets in, one for each way in which a caller can stand to the owner. */
import type { z } from 'zod';
import { type Category, defineCheck } from '../../define/check.ts';
import type { GrantExplanation } from '../explain/explain-grant.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Grant } from '../resource/grant.ts';
import { readGrants } from '../resource/read-grants.ts';
import { surroundingsOfWorld } from '../surroundings-of-world.ts';
import { type PolicyCheckKind, policyCheckTexts } from './policy-check-texts.ts';
import { policyExamples } from './policy-examples.ts';
import { policyFindings } from './policy-findings.ts';
import type { PolicyTarget } from './policy-target.ts';

type Rule = {
  readonly score: number;
  readonly category: Category;
  readonly isMeant: (explanation: GrantExplanation, grant: Grant) => boolean;
};

/** Scores and categories are those of the first Security Monkey. */
const rules: Readonly<Record<PolicyCheckKind, Rule>> = {
  'internet-accessible': { score: 10, category: 'internet-accessible', isMeant: ({ isPublic }) => isPublic },
  'friendly-account': {
    score: 0,
    category: 'friendly-cross-account',
    isMeant: ({ classes, isPublic }) => !isPublic && classes.includes('friendly'),
  },
  'third-party-account': {
    score: 0,
    category: 'third-party-cross-account',
    isMeant: ({ classes, isPublic }) => !isPublic && classes.includes('third-party'),
  },
  'unknown-access': {
    score: 10,
    category: 'unknown-access',
    isMeant: ({ classes, isPublic, isExternal }) =>
      !isPublic && isExternal && !classes.includes('third-party') && !classes.includes('friendly'),
  },
  'cross-account-root': {
    score: 6,
    category: 'cross-account-root',
    isMeant: ({ isPublic, classes }, { principal }) =>
      !isPublic && principal.kind === 'account' && !classes.includes('same-account'),
  },
};

/** A check that reports every principal of that kind to whom the policy gives something. */
export function resourcePolicyCheck<Schema extends z.ZodType>(
  kind: PolicyCheckKind,
  target: PolicyTarget<Schema>,
) {
  const { score, category, isMeant } = rules[kind];
  const { watcher, needs } = target;
  return defineCheck({
    id: `${watcher.id}.${target.name}-${kind}`,
    watcher,
    version: 1,
    score,
    category,
    ...policyCheckTexts(kind, target.noun),
    links: [
      target.link,
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    ],
    frameworks: {},
    messages: { granted: '{who} may {actions}' },
    ...(needs !== undefined && { needs }),
    examples: policyExamples(kind, target),
    run: (context) => {
      const written = target.documentOf(context.config);
      const document = parsePolicy(written, { principal: 'required' });
      if (document === undefined) return;
      const around = surroundingsOfWorld(context.item.account, context.world);
      const grants = readGrants(document, { around, now: context.now });
      const found = policyFindings({ grants, around, isMeant, path: target.path, document: written });
      if (found.length === 0 || target.isCut?.(context, { document, around }) === true) return;
      for (const { principal, evidence, who, actions } of found)
        context.report('granted', { subject: { principal }, evidence, details: { who, actions } });
    },
  });
}
