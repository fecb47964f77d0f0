/** Access entries of BigQuery datasets. */
import { isJsonObject, type JsonObject } from '../../json/value.ts';
import { type Reading, readEach, refused } from '../network/reading.ts';

/** Who is let in: for people and sets of them the text, for a view, routine or dataset only that it is one. */
export type DatasetEntry = {
  /** The JSON pointer of the entry. */
  readonly at: string;
  readonly kind: 'special-group' | 'user' | 'group' | 'domain' | 'iam-member' | 'resource';
  readonly grantee: string;
};

/** Whether the entry lets in everybody, or everybody with a Google account. */
export function isPublicEntry({ kind, grantee }: DatasetEntry): boolean {
  const isSet = kind === 'special-group' || kind === 'iam-member';
  return isSet && (grantee === 'allUsers' || grantee === 'allAuthenticatedUsers');
}

/**
 * Reads a dataset's access list, in the API's names or in those of the command line. An entry without a grantee is nobody.
 * `at` is the JSON pointer of the list.
 * Source: https://cloud.google.com/bigquery/docs/reference/rest/v2/datasets#Access
 */
export function readDatasetEntries(entries: readonly unknown[], at: string): Reading<DatasetEntry> {
  return readEach(entries, at, readEntry);
}

function readEntry(entry: unknown, at: string): Reading<DatasetEntry> {
  if (!isJsonObject(entry)) return refused(at, 'is no entry');
  const people = grantees.flatMap(([kind, names]) => {
    const grantee = names.map((name) => entry[name]).find((value) => typeof value === 'string');
    return grantee === undefined ? [] : [{ at, kind, grantee }];
  });
  if (people.length > 0) return { rules: people, unread: [] };
  const resource = resources.find((name) => isThere(entry, name));
  if (resource === undefined) return refused(at, 'has no grantee');
  return { rules: [{ at, kind: 'resource', grantee: resource }], unread: [] };
}

function isThere(entry: JsonObject, name: string): boolean {
  return entry[name] !== undefined && entry[name] !== null;
}

const grantees: readonly (readonly [DatasetEntry['kind'], readonly string[]])[] = [
  ['special-group', ['special_group', 'specialGroup']],
  ['iam-member', ['iam_member', 'iamMember']],
  ['user', ['user_by_email', 'userByEmail']],
  ['group', ['group_by_email', 'groupByEmail']],
  ['domain', ['domain']],
];

const resources: readonly string[] = ['view', 'routine', 'dataset'];
