/** Checks of what single statements of an identity's own policies give, one for each rule. */
import { z } from 'zod';
import { type Check, type CheckContext, defineCheck, type Evidence } from '../../../define/check.ts';
import { canonicalText } from '../../../json/canonical.ts';
import { givesEveryAction } from './every-action.ts';
import type { Given } from './given.ts';
import { givenStatements } from './given-statement.ts';
import { identityCheckTexts } from './identity-check-texts.ts';
import { identityExamples } from './identity-examples.ts';
import type { IdentityTarget } from './identity-target.ts';
import { attachedOf, boundariesOf, lookAgain, ownPolicies } from './item-policies.ts';
import { evidenceOf } from './placed-policy.ts';
import { relationsOf } from './relations-of.ts';
import { type StatementRule, type StatementRuleName, statementRules } from './statement-rules.ts';

export type { StatementRuleName } from './statement-rules.ts';

const serviceOptions = z.object({
  /** IAM prefixes of the services that count; `ALL` for every service, none to switch the check off. */
  services: z.array(z.string()).default(['ALL']),
});

/**
 * A check that reports every set of resources on which the item's own policies give what the rule is about: what they allow
 * less what any policy of the item denies, within its boundary.
 *
 * @example export const passRole = identityPolicyCheck('pass-role', iamUserPolicies);
 */
export function identityPolicyCheck<Schema extends z.ZodType>(
  name: StatementRuleName,
  target: IdentityTarget<Schema>,
): Check<Schema, Readonly<Record<string, string>>> {
  const rule = statementRules[name];
  const { watcher, link, frameworks } = target;
  return defineCheck({
    id: `${watcher.id}.${name}`,
    watcher,
    version: 1,
    score: rule.score,
    category: rule.category,
    ...identityCheckTexts(name, target.noun),
    links: [link, 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html'],
    frameworks: frameworks?.[name] ?? {},
    messages: { [rule.message]: rule.text },
    ...(name === 'sensitive-service-write' && { options: serviceOptions }),
    needs: relationsOf(target),
    examples: identityExamples(name, target),
    run: (context) => {
      for (const { subject, actions, evidence } of findingsOf(rule, target, context))
        context.report(rule.message, {
          subject,
          evidence,
          ...(actions.length > 0 && { details: { actions: someOf(actions) } }),
        });
    },
  });
}

type Found = Given & { readonly evidence: readonly Evidence[] };

/** The relations are read only when something would be found without them: else what they say changes nothing. */
function findingsOf<Schema extends z.ZodType>(
  rule: StatementRule,
  target: IdentityTarget<Schema>,
  context: CheckContext<z.output<Schema>>,
): readonly Found[] {
  const { now } = context;
  const own = ownPolicies(target, context.config);
  const attached = own.map(({ policy }) => policy);
  lookAgain(context, attached);
  const services = servicesOf(context.options);
  const alone = givenStatements({ attached, denying: [], boundaries: [], now });
  const isAnyMeant = alone.some((statement) => rule.find(statement, services).length > 0);
  if (!isAnyMeant || target.isWithoutEffect?.(context) === true) return [];
  const denying = attachedOf(target, context).map(({ policy }) => policy);
  const boundaries = boundariesOf(target, context);
  lookAgain(context, [...denying, ...boundaries]);
  const left = givenStatements({ attached, denying, boundaries, now });
  return foundIn(
    left.flatMap((statement) => {
      if (rule.besideAdministrator !== true && givesEveryAction(statement)) return [];
      const evidence = evidenceOf(own, [{ policy: statement.policy, statement: statement.statement.index }]);
      return rule.find(statement, services).map((given) => ({ ...given, evidence }));
    }),
  );
}

/** One finding a subject, whatever number of statements give it. */
function foundIn(given: readonly Found[]): readonly Found[] {
  const bySubject = Map.groupBy(given, ({ subject }) => canonicalText(subject));
  return [...bySubject.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [
      {
        subject: first.subject,
        actions: same.flatMap(({ actions }) => actions),
        evidence: same.flatMap(({ evidence }) => evidence),
      },
    ];
  });
}

function servicesOf(options: unknown): ReadonlySet<string> | undefined {
  const { services } = serviceOptions.parse(options ?? {});
  return services.includes('ALL') ? undefined : new Set(services.map((service) => service.toLowerCase()));
}

function someOf(actions: readonly string[]): string {
  const [first, second, third, ...others] = [...new Set(actions)].sort();
  const named = [first, second, third].filter((action) => action !== undefined).join(', ');
  return others.length === 0 ? named : `${named} and others`;
}
