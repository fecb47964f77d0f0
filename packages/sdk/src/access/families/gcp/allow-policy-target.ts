/** A kind of resource of Google Cloud on which members hold roles, as the checks of who they are need it. */
import type { z } from 'zod';
import type { CheckContext, ExampleItem } from '../../../define/check.ts';
import type { Watcher } from '../../../define/watcher.ts';
import type { JsonObject } from '../../../json/value.ts';
import type { Binding } from '../../gcp/binding.ts';
import type { Reading } from '../../network/reading.ts';

/** What is recorded of the audited resource and of what is related to it. */
export type Recorded<Schema extends z.ZodType> = Pick<
  CheckContext<z.output<Schema>>,
  'config' | 'related' | 'isRead'
>;

/** A custom role as it is recorded. */
export type KnownRole = {
  readonly permissions: readonly string[];
  /** Where the list of its permissions lies in the config, as a JSON pointer; `@name` for the relation of that name. */
  readonly at: string;
};

export type AllowPolicyTarget<Schema extends z.ZodType> = {
  readonly watcher: Watcher<Schema>;
  /** What the names of the checks begin with: `policy` makes `policy-public`. */
  readonly name: string;
  /** What it is called in a sentence: `bucket`. */
  readonly noun: string;
  /** Where the list of bindings lies in the config, as a JSON pointer, and the list. */
  readonly path: string;
  readonly bindingsOf: (config: z.output<Schema>) => readonly unknown[];
  /** Reads the list where it is none of bindings; `at` is its JSON pointer. */
  readonly read?: (list: readonly unknown[], at: string) => Reading<Binding>;
  /** Whether the resource keeps everyone out whatever its bindings say. */
  readonly keepsPublicOut?: (config: z.output<Schema>) => boolean;
  /** A relation to what the resource lies in, whose bindings hold for it too. */
  readonly inherited?: {
    readonly relation: string;
    readonly bindingsOf: (value: JsonObject) => readonly unknown[];
  };
  /** Custom roles by their names, with all permissions, where they are known. */
  readonly rolesOf?: (recorded: Recorded<Schema>) => ReadonlyMap<string, KnownRole>;
  /** Deny policies that are known to hold for the resource. They take away from roles whose permissions are known. */
  readonly denyPoliciesOf?: (recorded: Recorded<Schema>) => readonly unknown[];
  /** Relations that those two read. */
  readonly needs?: readonly string[];
  /** That of `needs` which gives the custom roles: while it is incomplete, what a custom role allows may be unknown. */
  readonly customRoles?: string;
  /** A whole config in which the members, each given with a role and perhaps a condition, hold that role. */
  readonly example: (grants: readonly ExampleGrant[]) => JsonObject;
  /** What is related to the examples. */
  readonly related?: ExampleItem['related'];
  /** A role of such resources, for examples. */
  readonly role: string;
  readonly link: string;
};

export type ExampleGrant = {
  readonly role: string;
  readonly member: string;
  /** An expression in CEL. */
  readonly condition?: string;
};

/** As bindings of an allow policy. */
export function exampleBindings(grants: readonly ExampleGrant[]): readonly JsonObject[] {
  return grants.map(({ role, member, condition }) => ({
    role,
    members: [member],
    ...(condition !== undefined && { condition: { title: 'condition', expression: condition } }),
  }));
}
