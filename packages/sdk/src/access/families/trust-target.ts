/** The trust policy of a role, as the checks of who may take it on need it. */
import type { z } from 'zod';
import type { ExampleItem } from '../../define/check.ts';
import type { JsonObject } from '../../json/value.ts';
import type { PolicyTarget } from './policy-target.ts';

export type TrustTarget<Schema extends z.ZodType> = Pick<
  PolicyTarget<Schema>,
  'watcher' | 'path' | 'documentOf' | 'link'
> & {
  /** A whole example with that trust policy. */
  readonly example: (policy: JsonObject) => Pick<ExampleItem, 'config' | 'related'>;
};

/**
 * The target of all checks on trust policies: `resourcePolicyCheck`, `resourcePolicyMalformedCheck`,
 * `trustOpenFederationCheck` and `trustWithoutExternalIdCheck`.
 */
export function trustTarget<Schema extends z.ZodType>(trust: TrustTarget<Schema>): PolicyTarget<Schema> {
  return {
    ...trust,
    name: 'trust',
    noun: 'role',
    policyNoun: 'trust policy',
    kind: 'trust',
    isAlwaysThere: true,
    example: (policy) => trust.example(policy ?? { Version: '2012-10-17', Statement: [] }),
    action: 'sts:AssumeRole',
  };
}
