/** A kind of resource that has a policy, as the checks of the family need it. */
import type { z } from 'zod';
import type { CheckContext, ExampleItem } from '../../define/check.ts';
import type { Watcher } from '../../define/watcher.ts';
import type { JsonObject } from '../../json/value.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import type { Surroundings } from '../resource/surroundings.ts';

/** A policy as read, and whose is whose. */
export type GrantedPolicy = { readonly document: PolicyDocument; readonly around: Surroundings };

/** A policy of a part of the resource, such as an alias of a function. */
export type QualifiedPolicy = {
  /** What the part is called. */
  readonly qualifier: string;
  /** Where the policy lies in the config, as a JSON pointer. */
  readonly path: string;
  readonly document: unknown;
};

/** A kind of resource that has a policy. */
export type PolicyTarget<Schema extends z.ZodType> = {
  readonly watcher: Watcher<Schema>;
  /** What the checks' names begin with: `policy` makes `policy-internet-accessible`. */
  readonly name: string;
  /** What it is called in a sentence: `bucket`. */
  readonly noun: string;
  /** What the policy is called, where that is not just a policy: `trust policy`. */
  readonly policyNoun?: string;
  /** `trust` for who may take on a role: the actions that do so count, and a statement need not name them. */
  readonly kind?: 'resource' | 'trust';
  /** Where the policy lies in the config, as a JSON pointer, and the document there; null for none. */
  readonly path: string;
  readonly documentOf: (config: z.output<Schema>) => unknown;
  /** The policies of its parts, where those have some of their own: what they give is told with the qualifier. */
  readonly partsOf?: (config: z.output<Schema>) => readonly QualifiedPolicy[];
  /** Relations that `isCut` reads. */
  readonly needs?: readonly string[];
  /** Whether something beside the policy takes from it all that it gives to other accounts and to everyone. */
  readonly isCut?: (context: CheckContext<z.output<Schema>>, policy: GrantedPolicy) => boolean;
  /** A whole example with that policy; the action and the ARN stand in the statements. */
  readonly example: (policy: JsonObject | null) => Pick<ExampleItem, 'config' | 'related'>;
  /** Whether there is always a policy, so that no example goes without. */
  readonly isAlwaysThere?: true;
  /** One of the resource's service, for examples; what a policy gives beyond that service is nothing on the resource. */
  readonly action: string;
  /** Missing where statements name no resource. */
  readonly arn?: string;
  readonly link: string;
};
