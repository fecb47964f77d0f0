/** Marks definitions by a registered symbol and the contract's version, so that two copies of the SDK still understand each other. */

/** The version of the contract between plugins and the server. */
export const contractVersion = 1;

const brand = Symbol.for('security-monkey.definition');

export type DefinitionKind =
  | 'account-type'
  | 'account-type-extension'
  | 'watcher'
  | 'watcher-reference'
  | 'check'
  | 'alerter'
  | 'plugin';

export type Branded = { readonly kind: DefinitionKind; readonly contract: number };

/** Freezes a definition and marks its kind. The mark is not enumerable, so definitions still compare and print as plain data. */
export function branded<Definition extends object>(
  kind: DefinitionKind,
  definition: Definition,
): Readonly<Definition> {
  const mark: Branded = { kind, contract: contractVersion };
  return Object.freeze(Object.defineProperty({ ...definition }, brand, { value: mark }));
}

/** The kind and contract version of a definition, or undefined for anything else. */
export function brandOf(value: unknown): Branded | undefined {
  if (typeof value !== 'object' || value === null || !(brand in value)) return undefined;
  return value[brand] as Branded;
}
