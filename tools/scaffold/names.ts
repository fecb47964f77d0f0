/** Ids of units taken apart into folders, file names and identifiers. */

export type UnitName = {
  readonly provider: string;
  readonly technology: string;
  /** Absent for a watcher. */
  readonly rule?: string;
};

const word = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const form = new RegExp(`^(${word})\\.(${word})(?:\\.(${word}))?$`);

/** `aws.s3-bucket` or `aws.s3-bucket.no-lifecycle`; undefined for anything else. */
export function parseUnitName(id: string): UnitName | undefined {
  const [, provider, technology, rule] = form.exec(id) ?? [];
  if (provider === undefined || technology === undefined) return undefined;
  return { provider, technology, ...(rule === undefined ? {} : { rule }) };
}

/** `no-lifecycle` → `noLifecycle`. */
export function camelCase(text: string): string {
  return text.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `no-lifecycle` → `No lifecycle`. */
export function sentence(text: string): string {
  const words = text.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
