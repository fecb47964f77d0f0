/** An account type that extends another and says only what is different: everything else is that one's. */
import type { z } from 'zod';
import type { AccountType } from './account-type.ts';
import { branded } from './brand.ts';
import type { Variant } from './variance.ts';

/** What an extension takes over from the extended type unless it gives its own. */
type Inherited = 'identifier' | 'consoleOrigin' | 'connect' | 'probe' | 'lastDeed' | 'classify' | 'budgetKey';

export type AccountTypeExtension<Schema extends z.ZodObject = Variant> = {
  readonly id: string;
  readonly title: string;
  /** The account type whose watchers watch this one too, and whose parts are taken over; another plugin may bring it. */
  readonly extends: string;
  /** Fields beside those of the extended type, under other names, each with a description. */
  readonly fields: Schema;
  /** Permissions beside those of the extended type: operation to permission. */
  readonly permissions?: Readonly<Record<string, string>>;
} & {
  // What is given sees the fields of both, of which this plugin can type its own only.
  readonly [Part in Inherited]?: AccountType<Schema>[Part];
};

/**
 * Declares an account type that extends another without that one's code. Lists of known accounts stay those of the extended type:
 * an account of this type counts as one of that type.
 *
 * @example
 * defineAccountTypeExtension({
 *   id: 'acme-aws', title: 'AWS account of ACME', extends: 'aws',
 *   fields: z.object({ costCentre: z.string().describe('Who pays for it') }),
 * });
 */
export function defineAccountTypeExtension<Schema extends z.ZodObject>(
  extension: AccountTypeExtension<Schema>,
): AccountTypeExtension<Schema> {
  return branded('account-type-extension', extension);
}
