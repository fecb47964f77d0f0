/** The chosen cell as it stands in the address: the account's id, then the technology. */

export type CellPlace = { readonly accountId: string; readonly technology: string };

export function cellKey({ accountId, technology }: CellPlace): string {
  return `${accountId}/${technology}`;
}

/** Undefined where the address names no cell. */
export function cellOf(text: string | undefined): CellPlace | undefined {
  const at = text?.indexOf('/') ?? -1;
  if (text === undefined || at < 1 || at === text.length - 1) return undefined;
  return { accountId: text.slice(0, at), technology: text.slice(at + 1) };
}
