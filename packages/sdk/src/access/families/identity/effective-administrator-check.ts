/** The check for identities that their policies make administrators together. */
import type { z } from 'zod';
import { defineCheck } from '../../../define/check.ts';
import { effectiveAdministratorExamples } from './effective-examples.ts';
import type { IdentityTarget } from './identity-target.ts';
import { relationsOf } from './relations-of.ts';
import {
  administrationEvidence,
  isAdministratorTogether,
  isToldOfOwn,
  wholeIdentity,
} from './whole-identity.ts';

/**
 * A check that reports an identity whose policies together, less Denies and within the boundary, allow everything, or enough
 * to get it: unless a statement of its own says so already.
 */
export function effectiveAdministratorCheck<Schema extends z.ZodType>(target: IdentityTarget<Schema>) {
  const { watcher, noun, link, frameworks } = target;
  return defineCheck({
    id: `${watcher.id}.effective-administrator`,
    watcher,
    version: 1,
    score: 9,
    category: 'administrator-access',
    title: `The ${noun} is an administrator`,
    why: `What the policies of the ${noun} allow together, its own and those that it has through others, is everything, or everything but a part that it can give itself.`,
    fix: 'Detach what is not needed, or set a permissions boundary. Keep administration for a role that is taken on rarely, with a second factor.',
    links: [
      link,
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
    ],
    frameworks: frameworks?.['effective-administrator'] ?? {},
    messages: { administrator: 'Is an administrator by its {through} together' },
    needs: relationsOf(target),
    examples: effectiveAdministratorExamples(target),
    run: (context) => {
      const whole = wholeIdentity(target, context);
      if (!isAdministratorTogether(whole) || isToldOfOwn(whole)) return;
      context.report('administrator', {
        subject: { through: 'policies' },
        evidence: administrationEvidence(whole),
      });
    },
  });
}
