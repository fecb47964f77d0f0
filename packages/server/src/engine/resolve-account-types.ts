/** Makes whole account types of those that say only what is different from the one that they extend. Pure. */
import { type AccountType, type AccountTypeExtension, defineAccountType } from '@security-monkey/sdk';
import { RegistryError } from './registry-error.ts';

/** By id, all account types: the whole ones first, in the order given. Throws a {@link RegistryError} at the first that cannot be made. */
export function resolveAccountTypes(
  whole: readonly AccountType[],
  extensions: readonly AccountTypeExtension[],
): ReadonlyMap<string, AccountType> {
  const types = new Map(whole.map((type) => [type.id, type]));
  const waiting = new Map(extensions.map((extension) => [extension.id, extension]));
  for (const { id } of extensions) resolve(id, { types, waiting });
  return types;
}

type State = {
  readonly types: Map<string, AccountType>;
  /** What is being made is no longer among them, so that none is made of itself. */
  readonly waiting: Map<string, AccountTypeExtension>;
};

function resolve(id: string, { types, waiting }: State): void {
  const extension = waiting.get(id);
  if (extension === undefined) return;
  waiting.delete(id);
  resolve(extension.extends, { types, waiting });
  const extended = types.get(extension.extends);
  if (extended === undefined)
    throw new RegistryError(
      `The account type ${id} extends ${extension.extends}, which no plugin brings or which extends ${id}.`,
    );
  types.set(id, inherit(extension, extended));
}

/** Lists of known accounts stay with the type that brings them: an account of the extension counts as one of that type. */
function inherit(extension: AccountTypeExtension, extended: AccountType): AccountType {
  const { knownAccounts: _, ...inherited } = extended;
  return defineAccountType({
    ...inherited,
    ...extension,
    fields: fieldsOfBoth(extension, extended),
    permissions: { ...extended.permissions, ...extension.permissions },
  });
}

/** The extended type's own rules about its fields hold on. */
function fieldsOfBoth(extension: AccountTypeExtension, extended: AccountType): AccountType['fields'] {
  if (typeof extended.fields.safeExtend !== 'function')
    throw new RegistryError(
      `The account type ${extension.id} extends ${extended.id}, whose fields are no object schema.`,
    );
  const known = Object.keys(extended.fields.shape ?? {});
  const taken = Object.keys(extension.fields.shape).find((name) => known.includes(name));
  if (taken !== undefined)
    throw new RegistryError(
      `The account type ${extension.id} has the field ${taken}, as has ${extended.id}, which it extends: give it another name.`,
    );
  return extended.fields.safeExtend(extension.fields.shape);
}
