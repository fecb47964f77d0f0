/** The access list of a BigQuery dataset as bindings: which member holds which role. */
import { isJsonObject } from '../../json/value.ts';
import { merged, type Reading } from '../network/reading.ts';
import { type Binding, readBindings } from './binding.ts';
import { type DatasetEntry, readDatasetEntries } from './dataset-access.ts';

/**
 * Reads each entry that lets people in as a binding of its own, at the place of the entry. Views, routines and datasets are no members,
 * and the owners, writers and readers of the dataset's own project are those whom the project's policy names.
 * Source: https://cloud.google.com/bigquery/docs/reference/rest/v2/datasets#Access
 */
export function readDatasetBindings(entries: readonly unknown[], at: string): Reading<Binding> {
  const { rules, unread } = readDatasetEntries(entries, at);
  const bindings = rules.map((entry): Reading<Binding> => {
    const written = entries[Number(entry.at.slice(at.length + 1))];
    const member = memberOf(entry);
    if (!isJsonObject(written) || member === undefined) return { rules: [], unread: [] };
    const { role, condition } = written;
    const read = readBindings(
      [{ role, members: [member], ...(condition !== undefined && { condition }) }],
      at,
    );
    return { ...read, rules: read.rules.map((rule) => ({ ...rule, at: entry.at })) };
  });
  const read = merged(bindings);
  return { ...read, unread: [...unread, ...read.unread] };
}

/** Undefined for what is no member of its own. */
function memberOf({ kind, grantee }: DatasetEntry): string | undefined {
  switch (kind) {
    case 'user':
      return /\.gserviceaccount\.com$/i.test(grantee) ? `serviceAccount:${grantee}` : `user:${grantee}`;
    case 'group':
      return `group:${grantee}`;
    case 'domain':
      return `domain:${grantee}`;
    case 'iam-member':
      return grantee;
    case 'special-group':
      return /^project(?:Owners|Writers|Readers)$/.test(grantee) ? undefined : grantee;
    case 'resource':
      return undefined;
  }
}
