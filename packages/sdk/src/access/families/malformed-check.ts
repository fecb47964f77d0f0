/** The checks for policies of which a part could not be read. */
import type { z } from 'zod';
import { type BadExample, type CheckContext, defineCheck, type ExampleItem } from '../../define/check.ts';
import type { Watcher } from '../../define/watcher.ts';
import type { JsonObject } from '../../json/value.ts';
import type { IdentityTarget } from './identity/identity-target.ts';
import { policyOf, relatedExample } from './identity/related-example.ts';
import { malformedParts, type Written } from './malformed-parts.ts';
import type { PolicyKind } from './parsed-policy.ts';
import { owned, policyWith } from './policy-examples.ts';
import type { PolicyTarget } from './policy-target.ts';

/** A check that reports what could not be read of a resource's policy, or of a role's trust policy. */
export function resourcePolicyMalformedCheck<Schema extends z.ZodType>(target: PolicyTarget<Schema>) {
  const { watcher, name, noun, policyNoun = 'policy', path, kind = 'resource', link } = target;
  const example = (document: JsonObject) => ({ ...owned, ...target.example(document) });
  const plain = policyWith(target, { Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' } });
  return malformedCheck({
    id: `${watcher.id}.${name}-malformed`,
    watcher,
    of: `the ${noun}’s ${policyNoun}`,
    kind,
    link,
    policiesOf: ({ config }) => [
      { path, document: target.documentOf(config) },
      ...(target.partsOf?.(config) ?? []),
    ],
    good: [{ name: 'a policy that can be read', ...example(plain) }],
    bad: [
      {
        name: 'an effect that there is not',
        part: badEffect,
        ...example(policyWith(target, { Principal: '*', Effect: 'Permit' })),
      },
      {
        name: 'a principal of no known form',
        part: 'the principal AWS: "reader" is of no known form',
        ...example(policyWith(target, { Principal: { AWS: 'reader' } })),
      },
    ],
  });
}

/** A check that reports what could not be read of an identity's own policies. */
export function identityPolicyMalformedCheck<Schema extends z.ZodType>(target: IdentityTarget<Schema>) {
  const { watcher, noun, link, needs, isWithoutEffect } = target;
  const example = (statement: JsonObject) => relatedExample(target, policyOf(statement), {});
  return malformedCheck({
    id: `${watcher.id}.identity-policy-malformed`,
    watcher,
    of: `a policy of the ${noun}`,
    kind: 'identity',
    link,
    ...(needs !== undefined && { needs }),
    ...(isWithoutEffect !== undefined && { isWithoutEffect }),
    policiesOf: ({ config }) => target.policiesOf(config),
    good: [{ name: 'a policy that can be read', ...example({ Action: ['s3:GetObject'] }) }],
    bad: [
      {
        name: 'an effect that there is not',
        part: badEffect,
        ...example({ Action: ['s3:GetObject'], Effect: 'Permit' }),
      },
      { name: 'a statement without actions', part: 'names no action', ...example({ Sid: 'Empty' }) },
    ],
  });
}

const badEffect = 'Effect is neither Allow nor Deny';

type Malformed<Schema extends z.ZodType> = {
  readonly id: string;
  readonly watcher: Watcher<Schema>;
  /** Whose policy it is, in words. */
  readonly of: string;
  readonly kind: PolicyKind;
  readonly link: string;
  readonly needs?: readonly string[];
  readonly isWithoutEffect?: (context: CheckContext<z.output<Schema>>) => boolean;
  readonly policiesOf: (context: CheckContext<z.output<Schema>>) => readonly Written[];
  readonly good: readonly ExampleItem[];
  readonly bad: readonly (ExampleItem & { readonly part: string })[];
};

function malformedCheck<Schema extends z.ZodType>(malformed: Malformed<Schema>) {
  const { id, watcher, of, kind, link, needs, isWithoutEffect, policiesOf, good, bad } = malformed;
  return defineCheck({
    id,
    watcher,
    version: 1,
    score: 3,
    category: 'parse-error',
    title: `A part of ${of} cannot be read`,
    why: 'What cannot be read counts neither as allowed nor as denied: the other checks may say less, or more, than is true.',
    fix: 'Compare the part with the grammar of policies and correct it, or remove it.',
    links: [link, 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html'],
    frameworks: {},
    messages: { unreadable: 'A part cannot be read: {part}' },
    ...(needs !== undefined && { needs }),
    examples: { good, bad: bad.map(reporting) },
    run: (context) => {
      const parts = malformedParts(kind, policiesOf(context));
      if (parts.length === 0 || isWithoutEffect?.(context) === true) return;
      for (const { part, evidence } of parts) context.report('unreadable', { subject: { part }, evidence });
    },
  });
}

function reporting({ part, ...example }: ExampleItem & { readonly part: string }): BadExample<'unreadable'> {
  return { ...example, reports: [{ message: 'unreadable', subject: { part } }] };
}
