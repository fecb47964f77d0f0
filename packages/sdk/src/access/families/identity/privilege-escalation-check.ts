/** The check for identities that can gain permissions which they lack. */
import type { z } from 'zod';
import { defineCheck } from '../../../define/check.ts';
import { findEscalations, type Witness } from '../../identity/find-escalations.ts';
import { privilegeEscalationExamples } from './effective-examples.ts';
import type { IdentityTarget } from './identity-target.ts';
import { evidenceOf } from './placed-policy.ts';
import { relationsOf } from './relations-of.ts';
import { isAdministratorTogether, isToldOfAny, wholeIdentity } from './whole-identity.ts';

/** A check that reports every known way by which the identity can widen what it may do. Administrators have nothing to gain. */
export function privilegeEscalationCheck<Schema extends z.ZodType>(target: IdentityTarget<Schema>) {
  const { watcher, noun, link, frameworks } = target;
  return defineCheck({
    id: `${watcher.id}.privilege-escalation`,
    watcher,
    version: 1,
    score: 7,
    category: 'sensitive-permissions',
    title: `The ${noun} can gain permissions`,
    why: `Each of the actions looks harmless; together they let the ${noun} rewrite its own permissions, take somebody else’s credentials, or run something under a role that may do more.`,
    fix: 'Take away one of the steps, or hold it to the users, roles and resources that are meant. A permissions boundary limits what can be gained.',
    links: [link, 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html'],
    frameworks: frameworks?.['privilege-escalation'] ?? {},
    messages: { possible: 'Can gain permissions ({path}) by {steps}' },
    needs: relationsOf(target),
    examples: privilegeEscalationExamples(target),
    run: (context) => {
      const whole = wholeIdentity(target, context);
      const witnesses = findEscalations(whole.permissions);
      if (witnesses.length === 0 || isAdministratorTogether(whole) || isToldOfAny(whole)) return;
      const policies = [...whole.own, ...whole.attached];
      for (const { path, uses } of witnesses)
        context.report('possible', {
          subject: { path: path.id },
          evidence: evidenceOf(
            policies,
            uses.map(({ from }) => from),
          ),
          details: { steps: stepsText(uses) },
        });
    },
  });
}

function stepsText(uses: Witness['uses']): string {
  return uses.map(({ action, resources }) => `${action} on ${resources.join(' within ')}`).join(', then ');
}
