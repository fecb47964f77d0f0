/** Checks of whom a resource policy lets in, one for each way in which a caller can stand to the owner. */
import type { z } from 'zod';
import { type Category, type CheckContext, defineCheck } from '../../define/check.ts';
import type { GrantExplanation } from '../explain/explain-grant.ts';
import type { Principal } from '../policy/parse-principal.ts';
import type { Grant } from '../resource/grant.ts';
import { isNativeProvider } from '../trust/web-identity.ts';
import { knownName } from './known-name.ts';
import { type PolicyCheckKind, policyCheckTexts } from './policy-check-texts.ts';
import { policyExamples } from './policy-examples.ts';
import { type PolicyFinding, policyFindings } from './policy-findings.ts';
import type { PolicyTarget } from './policy-target.ts';
import { readTarget } from './read-target.ts';

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
    version: 2,
    score,
    category,
    ...policyCheckTexts(kind, target),
    links: [
      target.link,
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    ],
    frameworks: kind === 'internet-accessible' ? { 'cis-aws-7.0': ['2.21'] } : {},
    messages: { granted: '{who} may {actions}' },
    ...(needs !== undefined && { needs }),
    examples: policyExamples(kind, target),
    run: (context) => {
      for (const { target: one, qualifier } of withParts(target, context.config)) {
        for (const { principal, evidence, who, actions } of foundIn(one, context, isMeant))
          context.report('granted', {
            subject: qualifier === undefined ? { principal } : { principal, qualifier },
            evidence,
            details: {
              who: `${who}${knownName(principal, context.world)}`,
              actions: qualifier === undefined ? actions : `${actions} on ${qualifier}`,
            },
          });
      }
    },
  });
}

/** The target itself, and one for each part that has a policy of its own. */
function withParts<Schema extends z.ZodType>(target: PolicyTarget<Schema>, config: z.output<Schema>) {
  const parts = target.partsOf?.(config) ?? [];
  return [
    { target, qualifier: undefined },
    ...parts.map(({ qualifier, path, document }) => ({
      target: { ...target, path, documentOf: () => document },
      qualifier,
    })),
  ];
}

function foundIn<Schema extends z.ZodType>(
  target: PolicyTarget<Schema>,
  context: CheckContext<z.output<Schema>>,
  isMeant: Rule['isMeant'],
): readonly PolicyFinding[] {
  const reading = readTarget(target, context);
  if (reading === undefined) return [];
  const { grants, around, document, written } = reading;
  const found = policyFindings({
    grants: grants.filter(({ principal }) => !isNobody(principal)),
    around,
    isMeant,
    path: target.path,
    document: written,
  });
  if (found.length === 0 || target.isCut?.(context, { document, around }) === true) return [];
  return found;
}

/**
 * Providers that belong to no account are for the check of open federation. The id that is left of a deleted principal lets
 * nobody in, a new one of its name neither: the check of what cannot be read tells of it.
 * Source: https://repost.aws/knowledge-center/iam-resource-policy-format
 */
function isNobody(principal: Principal): boolean {
  return principal.kind === 'orphaned' || isNativeProvider(principal);
}
