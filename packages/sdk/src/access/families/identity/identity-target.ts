/** A kind of item that holds policies of identities, as the checks of the family need it. */
import type { z } from 'zod';
import type { Check, CheckContext, ExampleItem, RelatedItem } from '../../../define/check.ts';
import type { Watcher } from '../../../define/watcher.ts';
import type { JsonObject } from '../../../json/value.ts';

/** A policy in the item's config. */
export type HeldPolicy = {
  /** JSON pointer to the document in the config. */
  readonly path: string;
  readonly document: unknown;
};

/** A relation whose items bring policies with them. */
export type PolicyRelation = {
  readonly relation: string;
  /** The documents in a related item's value. */
  readonly documentsOf: (value: JsonObject) => readonly unknown[];
  /** For examples: a related item that brings that document. */
  readonly exampleItem: (document: JsonObject) => RelatedItem;
};

/** A kind of item that holds policies of identities: a user, a role, a group, a managed policy. */
export type IdentityTarget<Schema extends z.ZodType> = {
  readonly watcher: Watcher<Schema>;
  /** What it is called in a sentence: `user`. */
  readonly noun: string;
  /** The policies that the config holds: inline ones, or the default version of a managed policy. */
  readonly policiesOf: (config: z.output<Schema>) => readonly HeldPolicy[];
  /** Relations to what else grants and denies: attached policies, groups. */
  readonly attached?: readonly PolicyRelation[];
  /** The relation to the permissions boundary; empty where there is none. */
  readonly boundary?: PolicyRelation;
  /** Whether its policies take effect on nobody, so that nothing is reported; reads the relations `needs` names. */
  readonly isWithoutEffect?: (context: CheckContext<z.output<Schema>>) => boolean;
  readonly needs?: readonly string[];
  /** A whole example whose only policy is that one; null for none. Relations of `attached` and `boundary` are filled in. */
  readonly example: (policy: JsonObject | null) => Pick<ExampleItem, 'config' | 'related'>;
  readonly link: string;
  /** Controls of compliance frameworks, by the name of the rule. */
  readonly frameworks?: Readonly<Record<string, Check['frameworks']>>;
};
