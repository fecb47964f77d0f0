/** A kind of resource that has a policy, as the checks of the family need it. */
import type { z } from 'zod';
import type { CheckContext, ExampleItem } from '../../define/check.ts';
import type { Watcher } from '../../define/watcher.ts';
import type { JsonObject } from '../../json/value.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import type { Surroundings } from '../resource/surroundings.ts';

/** A policy as read, and whose is whose. */
export type GrantedPolicy = { readonly document: PolicyDocument; readonly around: Surroundings };

/** A kind of resource that has a policy. */
export type PolicyTarget<Schema extends z.ZodType> = {
  readonly watcher: Watcher<Schema>;
  /** What the checks' names begin with: `policy` makes `policy-internet-accessible`. */
  readonly name: string;
  /** What it is called in a sentence: `bucket`. */
  readonly noun: string;
  /** Where the policy lies in the config, as a JSON pointer, and the document there; null for none. */
  readonly path: string;
  readonly documentOf: (config: z.output<Schema>) => unknown;
  /** Relations that `isCut` reads. */
  readonly needs?: readonly string[];
  /** Whether something beside the policy takes from it all that it gives to other accounts and to everyone. */
  readonly isCut?: (context: CheckContext<z.output<Schema>>, policy: GrantedPolicy) => boolean;
  /** A whole example with that policy; the action and the ARN stand in the statements. */
  readonly example: (policy: JsonObject | null) => Pick<ExampleItem, 'config' | 'related'>;
  readonly action: string;
  readonly arn: string;
  readonly link: string;
};
